package dev.influx.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * How to reach a Kafka cluster: its address, and client settings that are passed through untouched.
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> properties) {

  public KafkaConnection {
    properties = Map.copyOf(properties);
  }

  /** A connection without any further settings. */
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, Map.of());
  }

  /** The settings of one client; what a caller puts on top of them wins. */
  public Map<String, Object> client(String clientId) {
    Map<String, Object> settings = new HashMap<>(properties);
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("client.id", clientId);
    return settings;
  }

  /** Settings may hold passwords: only the address is shown. */
  @Override
  public String toString() {
    return "KafkaConnection[" + bootstrapServers + "]";
  }
}
