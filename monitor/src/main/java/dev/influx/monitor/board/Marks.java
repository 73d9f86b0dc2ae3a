package dev.influx.monitor.board;

import dev.influx.monitor.facts.PolicyFacts.Active;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What happened to a pipe within the last day, each once: beside a lag, it often says why. */
final class Marks {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int MOST = 1_000;

  private final String scorer;
  private final TreeSet<Mark> marks =
      new TreeSet<>(
          Comparator.comparingLong(Mark::at).thenComparing(Mark::kind).thenComparing(Mark::text));
  private Optional<Set<String>> instances = Optional.empty();
  private Set<String> setBack = Set.of();
  private boolean blind;

  /**
   * None yet.
   *
   * @param scorer the group of which new members are new processes
   */
  Marks(String scorer) {
    this.scorer = scorer;
  }

  /** What it was. */
  enum Kind {
    POLICY,
    REPLAY,
    DEPLOY,
    REWIND,
    COLLECTOR;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that happened.
   *
   * @param at in seconds
   */
  record Mark(long at, Kind kind, String text) {}

  synchronized void add(Instant at, Kind kind, String text) {
    add(new Mark(at.getEpochSecond(), kind, text));
  }

  synchronized void add(Mark mark) {
    marks.add(mark);
  }

  synchronized List<Mark> all() {
    return List.copyOf(marks);
  }

  /** Notes what is new in it. */
  synchronized void note(Moment now) {
    now.facts().policy().flatMap(policy -> policy.active()).ifPresent(this::noteActivation);
    now.facts()
        .replays()
        .ifPresent(
            all -> all.forEach(it -> add(it.since(), Kind.REPLAY, it.replay() + " " + it.state())));
    noteInstances(now);
    noteRewinds(now);
    noteBlindness(now);
    forget(now.at());
  }

  private void noteActivation(Active policy) {
    policy.since().ifPresent(at -> add(at, Kind.POLICY, policy.id() + " activated"));
  }

  /** A process that starts is a new member, also where it has the name of the one before. */
  private void noteInstances(Moment now) {
    Optional<Set<String>> present =
        now.group(scorer)
            .filter(group -> group.stale().isEmpty())
            .flatMap(group -> group.about().members());
    if (present.isEmpty()) {
      return;
    }
    Set<String> arrived = new HashSet<>(present.get());
    arrived.removeAll(instances.orElse(present.get()));
    if (!arrived.isEmpty()) {
      add(
          now.lag().at().orElse(now.at()),
          Kind.DEPLOY,
          arrived.size() == 1 ? "a scorer started" : arrived.size() + " scorers started");
    }
    instances = present;
  }

  private void noteRewinds(Moment now) {
    Set<String> rewound = new HashSet<>();
    for (GroupLag group : now.lag().groups()) {
      if (!group.about().replay() && group.verdict().state() == LagState.REWIND) {
        rewound.add(group.group());
        if (!setBack.contains(group.group())) {
          add(now.lag().at().orElse(now.at()), Kind.REWIND, group.group() + " was set back");
        }
      }
    }
    setBack = rewound;
  }

  private void noteBlindness(Moment now) {
    boolean stale = now.lag().stale().isPresent();
    if (stale && !blind) {
      add(now.lag().stale().get().since(), Kind.COLLECTOR, "the cluster could not be seen");
    }
    blind = stale;
  }

  private void forget(Instant now) {
    long first = now.minus(KEPT).getEpochSecond();
    while (!marks.isEmpty() && (marks.size() > MOST || marks.first().at() < first)) {
      marks.pollFirst();
    }
  }

  /** In their order. */
  synchronized List<Mark> between(Instant begin, Instant end) {
    return marks.stream()
        .filter(it -> it.at() >= begin.getEpochSecond() && it.at() <= end.getEpochSecond())
        .toList();
  }
}
