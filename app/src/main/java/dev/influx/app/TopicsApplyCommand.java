package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.TopicChange;
import dev.influx.schemas.wire.Registry;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Brings topics and schemas into shape; may be run any number of times. */
@Command(
    name = "apply",
    header = "Creates missing topics, adjusts settings that differ, registers all schemas.",
    description = {
      "Changes nothing the second time. The number of partitions of a topic that",
      "exists is never changed: it would send authors to other partitions than",
      "those that know them."
    },
    footer = {
      "  influx topics apply",
      "  influx topics apply -c topics.prefix=staging. -c topics.partitions=12"
    })
final class TopicsApplyCommand implements Callable<Integer> {
  private final Session session;

  TopicsApplyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Installation installation = Installation.of(session.config());
    Table table = new Table("TOPIC", "CHANGE", "DETAIL");
    try (Registry registry = installation.registry()) {
      for (TopicChange change : installation.apply(registry)) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        table.add(change.topic(), kind, change.detail());
      }
    }
    table.lines().forEach(session.out()::println);
    return ExitCode.OK.code();
  }
}
