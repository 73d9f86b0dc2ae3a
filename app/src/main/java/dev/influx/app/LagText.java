package dev.influx.app;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.Objectives.Finding;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.PartitionLag;
import dev.influx.monitor.lag.TimeLag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Lag for people: a table of groups, and on request one of partitions below each. */
final class LagText {
  private static final String ABSENT = "-";
  private static final String INDENT = "  ";

  private LagText() {}

  static List<String> lines(ClusterLag lag, boolean explain) {
    List<String> lines = new ArrayList<>();
    lag.stale()
        .ifPresent(
            it ->
                lines.add(
                    "stale since " + it.since() + ": " + Shown.line(it.why()) + "; retrying"));
    lines.addAll(groups(lag.groups().stream().filter(it -> !it.about().replay()).toList()));
    List<GroupLag> replays = lag.groups().stream().filter(it -> it.about().replay()).toList();
    if (!replays.isEmpty()) {
      lines.addAll(List.of("", "Replays, which nobody waits for:"));
      lines.addAll(groups(replays));
    }
    if (explain) {
      lag.groups().forEach(it -> lines.addAll(explained(it)));
    }
    return lines;
  }

  private static List<String> groups(List<GroupLag> groups) {
    Table table =
        new Table("GROUP", "KIND", "STATE", "RECORDS", "TIME", "TREND", "CATCH UP", "WHY")
            .rightAligned(3, 4, 5, 6);
    groups.forEach(
        it ->
            table.add(
                Shown.line(it.group()),
                it.about().kind(),
                it.state().code(),
                count(it.records()),
                time(it.time().map(TimeLag::age)),
                rate(it.velocity()),
                time(it.catchUp()),
                Shown.line(it.verdict().reason())));
    return table.lines();
  }

  private static List<String> explained(GroupLag group) {
    List<String> lines = new ArrayList<>(List.of("", heading(group)));
    partitions(group).lines().forEach(it -> lines.add(INDENT + it));
    return lines;
  }

  private static String heading(GroupLag group) {
    OptionalLong members =
        group.about().size().isPresent()
            ? OptionalLong.of(group.about().size().getAsInt())
            : OptionalLong.empty();
    return Shown.line(group.group())
        + ": "
        + group.about().state()
        + ", members "
        + count(members)
        + group.stale().map(it -> ", not seen since " + it.since()).orElse("");
  }

  private static Table partitions(GroupLag group) {
    Table table =
        new Table(
                "PARTITION",
                "STATE",
                "COMMITTED",
                "END",
                "RECORDS",
                "TIME",
                "SOURCE",
                "SINCE COMMIT",
                "SAFE FOR",
                "WHY")
            .rightAligned(2, 3, 4, 5, 7, 8);
    group.partitions().forEach(it -> table.add(cells(it)));
    return table;
  }

  private static String[] cells(PartitionLag it) {
    return new String[] {
      Shown.line(it.partition().toString()),
      it.state().code(),
      count(it.look().committed()),
      count(OptionalLong.of(it.look().end())),
      count(it.records()),
      time(it.time().map(TimeLag::age)),
      it.time().map(time -> time.source().code()).orElse(ABSENT),
      time(it.commitAge()),
      time(it.retentionMargin()),
      Shown.line(it.verdict().reason())
    };
  }

  /** On one line, for whoever reads the log of a probe. */
  static String line(Finding finding) {
    return finding.group().map(it -> Shown.line(it) + " ").orElse("")
        + finding.rule()
        + ": "
        + Shown.line(finding.what());
  }

  private static String count(OptionalLong number) {
    return number.isEmpty() ? ABSENT : String.format(Locale.ROOT, "%,d", number.getAsLong());
  }

  private static String time(Optional<Duration> time) {
    return time.map(Shown::time).orElse(ABSENT);
  }

  /** Records a second by which the lag grows. */
  private static String rate(OptionalDouble rate) {
    return rate.isEmpty() ? ABSENT : String.format(Locale.ROOT, "%+,.1f/s", rate.getAsDouble());
  }
}
