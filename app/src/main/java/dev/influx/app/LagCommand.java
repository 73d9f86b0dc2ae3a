package dev.influx.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How far groups are behind. */
@Command(
    name = "lag",
    header = "Shows how far the groups of a cluster are behind, for how long, and why.",
    description = {
      "Looks at all groups of any cluster: at kafka.bootstrap_servers, or where no",
      "cluster is configured and influx up runs on the data directory, at that one.",
      "What nobody can tell is shown as -, and is null in JSON."
    },
    footer = {
      "  influx lag",
      "  influx lag --watch",
      "  influx lag --group influx.scorer --explain",
      "  influx lag --format json | jq '.groups[] | {group, records, time_seconds}'",
      "  influx lag -c kafka.bootstrap_servers=kafka-1:9092"
    })
final class LagCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final LagOptions options = new LagOptions();

  @Option(names = "--watch", description = "Look again and again, until Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "2s",
      converter = TimeOption.class,
      description = "Between two looks. Default: ${DEFAULT-VALUE}.")
  private Duration interval;

  @Option(
      names = "--explain",
      description = "Show every partition: its offsets, and where the time comes from.")
  private boolean explain;

  LagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (LagWork work = LagWork.on(session, options)) {
      return (watch ? work.watch(interval, explain) : work.show(interval, explain)).code();
    }
  }
}
