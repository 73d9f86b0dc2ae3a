package dev.influx.runtime.compliance;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicReading;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireDeserializer;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The latest word on every request to remove an author, by id. */
public final class ComplianceLog {
  private ComplianceLog() {}

  /** Reads the log once, from its beginning to where it ends now; it must be there. */
  public static Map<String, ComplianceRequest> read(
      KafkaConnection kafka, Registry registry, Topics topics) {
    WireDeserializer<ComplianceRequest> requests = registry.deserializer(ComplianceRequest.class);
    Map<String, ComplianceRequest> byId = new TreeMap<>();
    TopicReading.required(kafka, "influx-compliance", topics.compliance())
        .forEach(
            record -> {
              // A request is never withdrawn, so a tombstone is somebody's mistake.
              if (record.value() != null) {
                byId.put(record.key(), requests.deserialize(record.topic(), record.value()));
              }
            },
            read -> {});
    return Collections.unmodifiableMap(byId);
  }
}
