package dev.influx.app;

import dev.influx.monitor.Objectives;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the groups of a cluster keep up, for scripts and probes. */
@Command(
    name = "check",
    header = "Exits with 3 and a line per finding unless all is well.",
    description = {
      "Finds groups that have stalled, were set back, never come nearer, have never",
      "committed, have lost records, or are over one of the limits. What only time",
      "tells, such as a stall, needs --over. Groups of replays may be late.",
      "Of an installation also: raw records without a result (gap), fresh dead letters",
      "(letters), another share rejected during --over (rejections), a list that does",
      "not follow its changes (snapshot), scorers by another policy (policy), a replay",
      "that nobody works on (replay), and a monitor that does not see the cluster",
      "(collector). With --group none of these."
    },
    footer = {
      "  influx check --max-lag 30s",
      "  influx check --max-lag 30s --over 25s --group influx.scorer",
      "  influx check --max-records 10000 --min-margin 6h || page-somebody"
    })
final class CheckCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final LagOptions options = new LagOptions();

  @Option(
      names = "--max-lag",
      paramLabel = "TIME",
      converter = TimeOption.class,
      description = "No record may wait longer.")
  private Duration maxLag;

  @Option(
      names = "--max-records",
      paramLabel = "N",
      description = "No group may have more to read.")
  private Long maxRecords;

  @Option(
      names = "--min-margin",
      paramLabel = "TIME",
      converter = TimeOption.class,
      description = "No record to read may be deleted sooner.")
  private Duration minMargin;

  @Option(
      names = "--over",
      paramLabel = "TIME",
      defaultValue = "0s",
      converter = TimeOption.class,
      description = "Look for so long. Default: ${DEFAULT-VALUE}, which is one look.")
  private Duration over;

  @Option(
      names = "--explain",
      description = "Say which rules were left out, and why, on standard error.")
  private boolean explain;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    OptionalLong records = maxRecords == null ? OptionalLong.empty() : OptionalLong.of(maxRecords);
    Objectives objectives =
        new Objectives(Optional.ofNullable(maxLag), records, Optional.ofNullable(minMargin));
    try (LagWork work = LagWork.on(session, options)) {
      return work.check(over, objectives, explain).code();
    }
  }
}
