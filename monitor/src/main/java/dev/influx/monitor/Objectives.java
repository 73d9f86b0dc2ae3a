package dev.influx.monitor;

import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What lag may be, at most. Groups of replays may be as late as they like.
 *
 * @param time the first unread record may wait; empty for any
 * @param records may be unread; empty for any
 * @param margin there must be before retention deletes unread records; empty for any
 */
public record Objectives(Optional<Duration> time, OptionalLong records, Optional<Duration> margin) {

  /**
   * Something that is not as it should be.
   *
   * @param rule one word of a stable vocabulary
   * @param group whose it is; empty if it is about the whole cluster
   */
  public record Finding(String rule, Optional<String> group, String what) {}

  /** All findings, by group; none if all is well. */
  public List<Finding> check(ClusterLag lag) {
    List<Finding> findings = new ArrayList<>();
    lag.stale()
        .ifPresent(
            it ->
                findings.add(
                    new Finding(
                        "stale", Optional.empty(), "the cluster does not answer: " + it.why())));
    lag.groups().stream()
        .filter(group -> !group.about().replay())
        .forEach(group -> findings.addAll(new OfGroup(this, group).findings()));
    return findings;
  }

  /** The rules for one group. */
  private record OfGroup(Objectives objectives, GroupLag group) {
    List<Finding> findings() {
      List<Finding> findings = new ArrayList<>();
      state().ifPresent(findings::add);
      late().ifPresent(findings::add);
      many().ifPresent(findings::add);
      long lost = group.lost().orElse(0);
      if (lost > 0) {
        findings.add(finding("lost", lost + " offsets were deleted before it came to them"));
      }
      group
          .retentionMargin()
          .filter(it -> objectives.margin().filter(most -> it.compareTo(most) < 0).isPresent())
          .ifPresent(it -> findings.add(finding("retention", "may lose records in " + words(it))));
      return findings;
    }

    private Optional<Finding> state() {
      LagState state = group.state();
      return switch (state) {
        case OK -> Optional.empty();
        case UNKNOWN -> group.stale().map(it -> finding("stale", "was not seen: " + it.why()));
        case WARN, REWIND, STALL, STOP ->
            Optional.of(finding(state.code(), group.verdict().reason()));
      };
    }

    /** A time that nobody can tell is no time within the objective. */
    private Optional<Finding> late() {
      if (objectives.time().isEmpty() || group.partitions().isEmpty()) {
        return Optional.empty();
      }
      Duration most = objectives.time().get();
      if (group.time().isEmpty()) {
        return group.records().orElse(1) == 0
            ? Optional.empty()
            : Optional.of(finding("lag", "nobody can tell for how long it is behind"));
      }
      Duration age = group.time().get().age();
      return age.compareTo(most) <= 0
          ? Optional.empty()
          : Optional.of(finding("lag", words(age) + " behind, more than " + words(most)));
    }

    private Optional<Finding> many() {
      if (objectives.records().isEmpty() || group.records().isEmpty()) {
        return Optional.empty();
      }
      long records = group.records().getAsLong();
      long most = objectives.records().getAsLong();
      return records <= most
          ? Optional.empty()
          : Optional.of(finding("records", records + " to read, more than " + most));
    }

    private Finding finding(String rule, String what) {
      return new Finding(rule, Optional.of(group.group()), what);
    }

    private static String words(Duration time) {
      return time.toSeconds() + " s";
    }
  }
}
