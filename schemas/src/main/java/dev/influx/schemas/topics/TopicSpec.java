package dev.influx.schemas.topics;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** What one topic must look like: its name, partitions, settings, and the schema of its values. */
public record TopicSpec(
    String name, int partitions, Map<String, String> settings, Optional<Schema> valueSchema) {

  public TopicSpec {
    if (partitions < 1) {
      throw new IllegalArgumentException(name + ": partitions must be at least 1");
    }
    settings = Map.copyOf(settings);
  }

  /** The registry subject of the values (TopicNameStrategy). */
  public String subject() {
    return subjectOf(name);
  }

  /** The registry subject of the values of any topic. */
  public static String subjectOf(String topic) {
    return topic + "-value";
  }

  /** One line for people, settings in a stable order. */
  public String describe() {
    return name + " partitions=" + partitions + " " + new TreeMap<>(settings);
  }
}
