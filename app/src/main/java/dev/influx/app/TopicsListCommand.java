package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.TopicAdmin;
import dev.influx.runtime.TopicState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The catalogue beside what the cluster has of it. */
@Command(
    name = "list",
    header = "Lists the topics of an installation, and whether they are there.",
    footer = {"  influx topics list", "  influx topics list --format json"})
final class TopicsListCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  TopicsListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Installation installation = Installation.of(session.config());
    try (TopicAdmin admin = TopicAdmin.connect(installation.kafka())) {
      List<TopicState> states = admin.list(installation.catalogue());
      switch (format) {
        case TABLE -> table(states).lines().forEach(session.out()::println);
        case JSON -> session.printJson(entries(states));
      }
    }
    return ExitCode.OK.code();
  }

  private static Table table(List<TopicState> states) {
    Table table = new Table("TOPIC", "PARTITIONS");
    states.forEach(
        state ->
            table.add(state.topic(), state.partitions().map(Object::toString).orElse("missing")));
    return table;
  }

  private static List<Map<String, Object>> entries(List<TopicState> states) {
    return states.stream().map(TopicsListCommand::entry).toList();
  }

  private static Map<String, Object> entry(TopicState state) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("topic", state.topic());
    entry.put("partitions", state.partitions().orElse(null));
    return entry;
  }
}
