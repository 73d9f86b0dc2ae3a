package dev.influx.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The monitor in a process of its own. */
@Command(
    name = "run",
    header = "Watches a cluster and serves the page until it is stopped.",
    description = {
      "Serves the page, /metrics, /healthz, /readyz and /topology at monitor.host and",
      "monitor.port. Beyond this machine it needs a token (monitor.token_file). Where",
      "no cluster is configured and influx up runs on sink.data_dir, at that one."
    },
    footer = {
      "  influx monitor run",
      "  influx monitor run -c monitor.port=9000 -c monitor.interval=10s",
      "  influx monitor run -c monitor.host=0.0.0.0 -c monitor.token_file=/run/influx-token"
    })
final class MonitorRunCommand implements Callable<Integer> {
  private final Session session;

  MonitorRunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return new MonitorProcess(session).run().code();
  }
}
