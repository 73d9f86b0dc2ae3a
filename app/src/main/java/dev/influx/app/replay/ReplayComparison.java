package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.JudgedAuthors;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.difference.Difference;
import dev.influx.scorer.difference.Difference.Mover;
import dev.influx.scorer.difference.Pair;
import dev.influx.scorer.difference.Said;
import dev.influx.scorer.difference.Tally;
import dev.influx.scorer.model.Movement;
import dev.influx.scorer.replay.Extent;
import dev.influx.scorer.replay.Range;
import dev.influx.scorer.replay.ReplayPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the results of a replay and those of the live scorer, and says what differs. */
public final class ReplayComparison {
  private final Installation live;
  private final Installation shadow;
  private final Registry registry;
  private final ReplayPlan plan;
  private long unreadable;

  public ReplayComparison(Installation installation, Registry registry, ReplayPlan plan) {
    this.live = installation;
    this.shadow = installation.withTopics(installation.topics().shadow(plan.id()));
    this.registry = registry;
    this.plan = plan;
  }

  /**
   * All that differs.
   *
   * @param terms by the id of a mover, the term that moved the author most
   * @param unreadable records of either side that nobody can read
   */
  public record Result(Difference difference, Map<String, Movement> terms, long unreadable) {
    public Result {
      terms = Map.copyOf(terms);
    }
  }

  /** An author of one side. */
  private record Author(String id, Optional<String> handle, Said said) {}

  /**
   * Reads both sides twice: first what is to be counted of all, then of what the scores of the few
   * are made who moved most.
   *
   * @param few how many movers are named each way
   */
  public Result compare(int few) {
    Map<String, Author> now = new HashMap<>();
    authors(live, author -> now.put(author.id(), author));
    Tally tally = new Tally(few, this::isUnseen);
    authors(
        shadow,
        author ->
            tally.add(pair(Optional.ofNullable(now.remove(author.id())), Optional.of(author))));
    now.values().stream()
        .filter(this::isInRange)
        .forEach(author -> tally.add(pair(Optional.of(author), Optional.empty())));
    Difference difference = tally.difference();
    long bad = unreadable;
    return new Result(difference, terms(difference), bad);
  }

  private boolean isUnseen(Said.Place place) {
    return plan.world().extents().stream()
        .filter(extent -> extent.partition() == place.partition())
        .mapToLong(Extent::end)
        .anyMatch(end -> place.offset() >= end);
  }

  /** Of whom a replay of a part says nothing, nothing is missing. */
  private boolean isInRange(Author author) {
    Range range = plan.range();
    return range.hasSampled(author.id())
        && (range.domain().isEmpty() || author.said().domain().equals(range.domain()));
  }

  private static Pair pair(Optional<Author> now, Optional<Author> then) {
    Author any = then.or(() -> now).orElseThrow();
    return new Pair(any.id(), any.handle(), now.map(Author::said), then.map(Author::said));
  }

  private void authors(Installation side, Consumer<Author> taker) {
    new JudgedAuthors<>(
            side,
            registry,
            "influx-replay-diff",
            new JudgedAuthors.Readers<>(ReplayComparison::accepted, ReplayComparison::rejected),
            bad -> unreadable++)
        .forEach(taker, read -> {});
  }

  private static Author accepted(ScoredProfile author) {
    return new Author(
        author.getId(),
        Optional.of(author.getProfile().getHandle()),
        new Said(
            List.of(),
            Optional.of(mark(author.getScore())),
            place(author.getLineage()),
            Optional.ofNullable(author.getDomain()).map(String::intern),
            Optional.ofNullable(author.getProfile().getFollowersCount())));
  }

  private static Author rejected(RejectedProfile author) {
    List<String> codes =
        author.getFindings().stream().map(Finding::getCode).map(String::intern).distinct().toList();
    return new Author(
        author.getId(),
        Optional.ofNullable(author.getHandle()),
        new Said(
            codes,
            Optional.ofNullable(author.getScore()).map(ReplayComparison::mark),
            place(author.getLineage()),
            Optional.ofNullable(author.getDomain()).map(String::intern),
            Optional.ofNullable(author.getProfile()).map(Profile::getFollowersCount)));
  }

  private static Said.Mark mark(Score score) {
    return new Said.Mark(score.getTotal(), score.getRounded());
  }

  private static Said.Place place(Lineage lineage) {
    return new Said.Place(lineage.getPartition(), lineage.getOffset());
  }

  private Map<String, Movement> terms(Difference difference) {
    Set<String> wanted = new HashSet<>();
    Stream.concat(difference.up().stream(), difference.down().stream())
        .map(Mover::id)
        .forEach(wanted::add);
    Map<String, Score> before = scores(live, wanted);
    Map<String, Movement> terms = new HashMap<>();
    scores(shadow, wanted)
        .forEach(
            (id, after) ->
                Optional.ofNullable(before.get(id))
                    .flatMap(score -> Movement.greatest(score, after))
                    .ifPresent(movement -> terms.put(id, movement)));
    return terms;
  }

  private Map<String, Score> scores(Installation side, Set<String> wanted) {
    Map<String, Score> scores = new HashMap<>();
    if (!wanted.isEmpty()) {
      new JudgedAuthors<Optional<ScoredProfile>>(
              side,
              registry,
              "influx-replay-diff",
              new JudgedAuthors.Readers<>(
                  author -> Optional.of(author).filter(it -> wanted.contains(it.getId())),
                  author -> Optional.empty()),
              bad -> {})
          .forEach(
              author -> author.ifPresent(it -> scores.put(it.getId(), it.getScore())), read -> {});
    }
    return scores;
  }
}
