package dev.influx.monitor;

import dev.influx.monitor.Objectives.Finding;
import dev.influx.monitor.facts.DeadFacts;
import dev.influx.monitor.facts.PolicyFacts;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagState;
import dev.influx.monitor.lag.TimeLag;
import dev.influx.runtime.conservation.Conservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What should be so in a pipe besides the lag of its groups: the rules that Prometheus is given,
 * for whoever looks once.
 *
 * @param now when it is looked
 */
public record PipeRules(Instant now) {
  private static final Duration LATELY = Duration.ofMinutes(15);
  private static final Duration SETTLING = Duration.ofMinutes(10);
  private static final Duration UNPUBLISHED = Duration.ofMinutes(10);
  private static final Duration OLD = Duration.ofMinutes(1);
  private static final long ENOUGH_TO_TELL = 100;
  private static final double SHIFTED = 0.1;

  /** A raw record that came to no result. */
  public List<Finding> gap(Conservation account) {
    return account
        .firstMissing()
        .map(
            first ->
                finding(
                    "gap",
                    account.gapRecords()
                        + " raw records have come to no result, the first at "
                        + first))
        .stream()
        .toList();
  }

  /** Records that died lately, and that nobody has decided about. */
  public List<Finding> letters(DeadFacts dead) {
    return dead.reasons().stream()
        .filter(it -> it.newestAt().isAfter(now.minus(LATELY)))
        .map(
            it ->
                finding(
                    "letters",
                    it.letters()
                        + " dead letters of "
                        + it.reason()
                        + ", the last at "
                        + it.newestAt()))
        .toList();
  }

  /** Another share of observations is rejected than before; of few nobody can tell. */
  public List<Finding> rejections(Conservation before, Conservation after) {
    long accepted = after.accepted() - before.accepted();
    long rejected = after.rejected() - before.rejected();
    double usual = share(before.accepted(), before.rejected());
    double lately = share(accepted, rejected);
    boolean tellable =
        accepted + rejected >= ENOUGH_TO_TELL
            && before.accepted() + before.rejected() >= ENOUGH_TO_TELL;
    return tellable && Math.abs(lately - usual) > SHIFTED
        ? List.of(
            finding(
                "rejections",
                String.format(
                    Locale.ROOT,
                    "%.0f %% of what was just judged is rejected, and %.0f %% before",
                    100 * lately,
                    100 * usual)))
        : List.of();
  }

  private static double share(long accepted, long rejected) {
    return (double) rejected / Math.max(1, accepted + rejected);
  }

  /**
   * A list that does not follow its changes: those that are published are committed.
   *
   * @param withheld why the sink keeps the next one back
   */
  public List<Finding> snapshot(GroupLag sink, Optional<String> withheld) {
    return withheld
        .map(why -> finding("snapshot", "the next list is withheld: " + why))
        .or(
            () ->
                sink.commitAge()
                    .filter(age -> age.compareTo(UNPUBLISHED) > 0)
                    .map(age -> unpublished(age)))
        .or(
            () ->
                sink.time()
                    .map(TimeLag::age)
                    .filter(age -> age.compareTo(UNPUBLISHED) > 0)
                    .map(age -> unpublished(age)))
        .stream()
        .toList();
  }

  private static Finding unpublished(Duration age) {
    return finding(
        "snapshot", "there are changes that were not published for " + age.toSeconds() + " s");
  }

  /** Scorers that judge by another policy than the active one, though they had time to follow. */
  public List<Finding> policy(PolicyFacts policy) {
    boolean settling =
        policy
            .active()
            .flatMap(PolicyFacts.Active::since)
            .filter(since -> since.isAfter(now.minus(SETTLING)))
            .isPresent();
    return policy.mismatchedInstances() == 0 || settling
        ? List.of()
        : List.of(
            finding(
                "policy",
                policy.mismatchedInstances() + " scorers do not judge by the active policy"));
  }

  /** A replay that is said to run, and does not. */
  public List<Finding> replay(String replay, GroupLag group) {
    boolean abandoned = group.about().size().orElse(1) == 0;
    boolean stands = group.state() == LagState.STALL || group.state() == LagState.STOP;
    return abandoned || stands
        ? List.of(
            finding(
                "replay",
                replay
                    + " is said to run, and "
                    + (abandoned ? "nobody works on it" : group.verdict().reason())))
        : List.of();
  }

  /**
   * A monitor that does not see the cluster.
   *
   * @param seen when it last did
   */
  public List<Finding> collector(Optional<Instant> seen) {
    return seen.filter(at -> at.isAfter(now.minus(OLD))).isPresent()
        ? List.of()
        : List.of(
            finding(
                "collector",
                seen.map(at -> "the monitor has not seen the cluster since " + at)
                    .orElse("the monitor has never seen the cluster")));
  }

  private static Finding finding(String rule, String what) {
    return new Finding(rule, Optional.empty(), what);
  }
}
