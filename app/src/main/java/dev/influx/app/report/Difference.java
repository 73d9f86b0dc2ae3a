package dev.influx.app.report;

import dev.influx.app.report.Appraised.Mark;
import dev.influx.app.report.Appraised.Opinion;
import dev.influx.app.report.Report.Against;
import dev.influx.app.report.Report.Agreement;
import dev.influx.app.report.Report.Mover;
import dev.influx.scorer.statistics.Distribution;
import dev.influx.scorer.statistics.Extremes;
import dev.influx.scorer.statistics.RankCorrelation;
import dev.influx.scorer.statistics.Scores;
import dev.influx.scorer.statistics.Shift;
import java.math.BigDecimal;
import java.util.Comparator;

/** Adds up what another policy says differently of the same authors. */
final class Difference {
  private static final Comparator<Mover> LOWEST_FIRST =
      Comparator.comparingDouble(Mover::difference).thenComparing(Mover::author, Order.OF_AUTHORS);
  private static final Comparator<Mover> HIGHEST_FIRST =
      Comparator.comparingDouble(Mover::difference)
          .reversed()
          .thenComparing(Mover::author, Order.OF_AUTHORS);

  private final PolicyName policy;
  private final Scores acceptedByOther = new Scores();
  private final Scores exact = new Scores();
  private final Scores exactOfOther = new Scores();
  private final Scores differences = new Scores();
  private final Grouping groups = new Grouping();
  private final Extremes<Mover> up;
  private final Extremes<Mover> down;
  private long both;
  private long onlyThis;
  private long onlyOther;

  Difference(PolicyName policy, int few) {
    this.policy = policy;
    this.up = new Extremes<>(few, HIGHEST_FIRST);
    this.down = new Extremes<>(few, LOWEST_FIRST);
  }

  void add(Appraised author) {
    author.against().ifPresent(other -> add(author, author.opinion(), other));
  }

  private void add(Appraised author, Opinion opinion, Opinion other) {
    both += opinion.accepts() && other.accepts() ? 1 : 0;
    onlyThis += opinion.accepts() && !other.accepts() ? 1 : 0;
    onlyOther += !opinion.accepts() && other.accepts() ? 1 : 0;
    if (other.accepts()) {
      other.mark().ifPresent(mark -> acceptedByOther.add(mark.rounded()));
    }
    if (opinion.accepts() && other.accepts()) {
      opinion.mark().ifPresent(own -> other.mark().ifPresent(its -> compare(author, own, its)));
    }
  }

  private void compare(Appraised author, Mark own, Mark others) {
    double change = minus(others.rounded(), own.rounded());
    exact.add(own.exact());
    exactOfOther.add(others.exact());
    differences.add(change);
    groups.add(author.author(), change);
    Mover mover =
        new Mover(author.author(), own.rounded(), others.rounded(), change, author.movement());
    if (change > 0) {
      up.add(mover);
    } else if (change < 0) {
      down.add(mover);
    }
  }

  /** As a person subtracts what is printed. */
  private static double minus(double after, double before) {
    return BigDecimal.valueOf(after).subtract(BigDecimal.valueOf(before)).doubleValue();
  }

  Against figures() {
    return new Against(
        policy,
        new Agreement(both, onlyThis, onlyOther),
        Distribution.of(acceptedByOther),
        RankCorrelation.spearman(exact, exactOfOther),
        Shift.of(differences),
        groups.figures(Shift::of),
        up.inOrder(),
        down.inOrder());
  }
}
