package dev.influx.app;

import dev.influx.lists.policies.Policy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The one process that publishes the list. */
@Command(
    name = "run",
    header = "Publishes latest.jsonl and manifest.json until it is stopped.",
    description = {"One sink owns a data directory; a second one on it is refused."},
    footer = {
      "  influx sink run",
      "  influx sink run -c sink.data_dir=/srv/influx -c sink.publish_interval=30s"
    })
final class SinkRunCommand implements Callable<Integer> {
  private final Session session;

  SinkRunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Policy policy = new PolicyChoice(session).find(null);
    return new PartProcess<>(
            session, wiring -> wiring.sink(wiring.config().sink().dataDir(), policy))
        .run()
        .code();
  }
}
