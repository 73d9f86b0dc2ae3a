package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.TopicReading;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.wire.Registry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who was asked for and not found. */
@Command(
    name = "outcomes",
    header = "Shows who was asked for and not found, and why.",
    description = "As it stands in the topic of outcomes: who is found later is taken out of it.",
    footer = {
      "  influx harvest outcomes",
      "  influx harvest outcomes --only suspended",
      "  influx harvest outcomes --format json"
    })
final class HarvestOutcomesCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--only",
      paramLabel = "OUTCOME",
      description =
          "not_found, suspended, forbidden, unavailable, invalid or unaccounted; all otherwise.")
  private String only;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  HarvestOutcomesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = Installation.of(session.config());
    installation.requireTopics();
    List<HarvestOutcome> shown =
        read(installation).values().stream()
            .filter(outcome -> only == null || code(outcome).equals(only))
            .toList();
    switch (format) {
      case TABLE -> print(shown);
      case JSON -> session.printJson(shown.stream().map(HarvestOutcomesCommand::json).toList());
    }
    return ExitCode.OK.code();
  }

  private static Map<String, HarvestOutcome> read(Installation installation) throws IOException {
    Map<String, HarvestOutcome> outcomes = new TreeMap<>();
    String topic = installation.topics().outcomes();
    try (Registry registry = installation.registry()) {
      Deserializer<HarvestOutcome> records = registry.deserializer(HarvestOutcome.class);
      TopicReading.required(installation.kafka(), "influx-harvest-outcomes", topic)
          .forEach(
              record -> {
                outcomes.remove(record.key());
                if (record.value() != null) {
                  outcomes.put(record.key(), records.deserialize(topic, record.value()));
                }
              },
              left -> {});
    }
    return outcomes;
  }

  private void print(List<HarvestOutcome> outcomes) {
    Table table = new Table("handle", "outcome", "asked at", "what X said");
    Map<String, Integer> counts = new TreeMap<>();
    for (HarvestOutcome outcome : outcomes) {
      counts.merge(code(outcome), 1, Integer::sum);
      table.add(
          outcome.getHandle(),
          code(outcome),
          outcome.getAskedAt().toString(),
          Optional.ofNullable(outcome.getDetail()).orElse("-"));
    }
    table.lines().forEach(session.out()::println);
    session.err().println(outcomes.size() + " in all " + counts);
  }

  private static Map<String, Object> json(HarvestOutcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("handle", outcome.getHandle());
    json.put("id", outcome.getId());
    json.put("outcome", code(outcome));
    json.put("detail", outcome.getDetail());
    json.put("asked_at", outcome.getAskedAt().toString());
    json.put("run_id", outcome.getRunId());
    return json;
  }

  private static String code(HarvestOutcome outcome) {
    return outcome.getOutcome().name().toLowerCase(Locale.ROOT);
  }
}
