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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The outcomes that stand in their topic. Apart from the command: what its methods name is loaded
 * even when somebody only asks for help.
 */
final class StandingOutcomes {
  private StandingOutcomes() {}

  /** All of them by handle, or those of one kind. */
  static List<Map<String, Object>> read(Installation installation, Optional<String> only)
      throws IOException {
    installation.requireTopics();
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
    return outcomes.values().stream()
        .map(StandingOutcomes::entry)
        .filter(entry -> only.isEmpty() || only.get().equals(entry.get("outcome")))
        .toList();
  }

  private static Map<String, Object> entry(HarvestOutcome outcome) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("handle", outcome.getHandle());
    entry.put("id", outcome.getId());
    entry.put("outcome", outcome.getOutcome().name().toLowerCase(Locale.ROOT));
    entry.put("detail", outcome.getDetail());
    entry.put("asked_at", outcome.getAskedAt().toString());
    entry.put("run_id", outcome.getRunId());
    return entry;
  }

  static List<String> table(List<Map<String, Object>> outcomes) {
    Table table = new Table("handle", "outcome", "asked at", "what X said");
    for (Map<String, Object> outcome : outcomes) {
      table.add(
          outcome.get("handle").toString(),
          outcome.get("outcome").toString(),
          outcome.get("asked_at").toString(),
          Objects.toString(outcome.get("detail"), "-"));
    }
    return table.lines();
  }

  static String summary(List<Map<String, Object>> outcomes) {
    Map<String, Integer> counts = new TreeMap<>();
    outcomes.forEach(each -> counts.merge(each.get("outcome").toString(), 1, Integer::sum));
    return outcomes.size() + " in all " + counts;
  }
}
