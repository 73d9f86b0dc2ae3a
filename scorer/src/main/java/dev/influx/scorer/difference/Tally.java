package dev.influx.scorer.difference;

import dev.influx.schemas.scores.PopulationStability;
import dev.influx.scorer.difference.Difference.Counts;
import dev.influx.scorer.difference.Difference.Figures;
import dev.influx.scorer.difference.Difference.Flips;
import dev.influx.scorer.difference.Difference.Mover;
import dev.influx.scorer.statistics.Deltas;
import dev.influx.scorer.statistics.Distribution;
import dev.influx.scorer.statistics.Extremes;
import dev.influx.scorer.statistics.RankCorrelation;
import dev.influx.scorer.statistics.Scores;
import dev.influx.scorer.statistics.Shift;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Adds authors up, and holds no more than a few numbers of each. */
public final class Tally {
  private static final Comparator<Mover> LOWEST_FIRST =
      Comparator.comparingDouble(Mover::difference).thenComparing(Mover::id);
  private static final Comparator<Mover> HIGHEST_FIRST =
      Comparator.comparingDouble(Mover::difference).reversed().thenComparing(Mover::id);

  private final Predicate<Said.Place> unseen;
  private final Scores live = new Scores();
  private final Scores other = new Scores();
  private final Scores exact = new Scores();
  private final Scores exactOfOther = new Scores();
  private final Scores differences = new Scores();
  private final Groups domains = new Groups();
  private final Groups bands = new Groups();
  private final SortedMap<String, Long> lost = new TreeMap<>();
  private final SortedMap<String, Long> found = new TreeMap<>();
  private final Extremes<Mover> up;
  private final Extremes<Mover> down;
  private long liveCount;
  private long otherCount;
  private long both;
  private long same;
  private long missing;
  private long extra;
  private long newer;
  private long accepted;
  private long rejected;

  /**
   * Begins with nobody.
   *
   * @param few how many movers are named each way
   * @param unseen whether the other side was not to see what stands there
   */
  public Tally(int few, Predicate<Said.Place> unseen) {
    this.unseen = unseen;
    this.up = new Extremes<>(few, HIGHEST_FIRST);
    this.down = new Extremes<>(few, LOWEST_FIRST);
  }

  /** Each author once. */
  public void add(Pair author) {
    author.live().ifPresent(said -> count(said, live));
    author.other().ifPresent(said -> count(said, other));
    liveCount += author.live().isPresent() ? 1 : 0;
    otherCount += author.other().isPresent() ? 1 : 0;
    if (author.live().map(Said::seen).filter(unseen).isPresent()) {
      newer++;
    } else if (author.other().isEmpty()) {
      missing++;
    } else if (author.live().isEmpty()) {
      extra++;
    } else {
      compare(author, author.live().get(), author.other().get());
    }
  }

  private static void count(Said said, Scores scores) {
    if (said.accepts()) {
      said.mark().ifPresent(mark -> scores.add(mark.rounded()));
    }
  }

  private void compare(Pair author, Said now, Said then) {
    both++;
    same += now.saysTheSameAs(then) ? 1 : 0;
    boolean flips = now.accepts() != then.accepts();
    if (flips) {
      flip(now, then);
    }
    Optional<Double> change =
        now.accepts() && then.accepts() ? change(author, now, then) : Optional.empty();
    domains.add(then.domain(), flips, change);
    bands.add(then.followers().map(FollowerBand::of), flips, change);
  }

  private void flip(Said now, Said then) {
    accepted += then.accepts() ? 1 : 0;
    rejected += then.accepts() ? 0 : 1;
    now.codes().forEach(code -> lost.merge(code, 1L, Long::sum));
    then.codes().forEach(code -> found.merge(code, 1L, Long::sum));
  }

  private Optional<Double> change(Pair author, Said now, Said then) {
    return now.mark().flatMap(before -> then.mark().map(after -> change(author, before, after)));
  }

  private double change(Pair author, Said.Mark before, Said.Mark after) {
    double change = minus(after.rounded(), before.rounded());
    exact.add(before.exact());
    exactOfOther.add(after.exact());
    differences.add(change);
    Mover mover =
        new Mover(author.id(), author.handle(), before.rounded(), after.rounded(), change);
    if (change > 0) {
      up.add(mover);
    } else if (change < 0) {
      down.add(mover);
    }
    return change;
  }

  /** As a person subtracts what is printed. */
  private static double minus(double after, double before) {
    return BigDecimal.valueOf(after).subtract(BigDecimal.valueOf(before)).doubleValue();
  }

  public Difference difference() {
    List<Difference.Group> byBand = bands.all();
    return new Difference(
        new Counts(liveCount, otherCount, both, same, missing, extra, newer),
        new Flips(accepted, rejected, lost, found),
        figures(),
        domains.all(),
        byBand,
        up.inOrder(),
        down.inOrder());
  }

  private Figures figures() {
    Optional<Distribution> now = Distribution.of(live);
    Optional<Distribution> then = Distribution.of(other);
    OptionalDouble stability =
        now.isPresent() && then.isPresent()
            ? PopulationStability.index(now.get().histogram(), then.get().histogram())
            : OptionalDouble.empty();
    return new Figures(
        now,
        then,
        RankCorrelation.spearman(exact, exactOfOther),
        stability,
        Shift.of(differences),
        Deltas.of(differences));
  }
}
