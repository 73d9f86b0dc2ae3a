package dev.influx.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a broker is started with: its data directory, its port on 127.0.0.1 (0 takes a free one),
 * and Kafka settings that replace the single-node ones.
 */
public record BrokerSettings(Path directory, int port, Map<String, String> overrides) {
  /** What the broker decides itself: another value would break its promises, not tune it. */
  private static final Set<String> RESERVED =
      Set.of(
          "process.roles",
          "node.id",
          "listeners",
          "advertised.listeners",
          "listener.security.protocol.map",
          "inter.broker.listener.name",
          "controller.listener.names",
          "controller.quorum.voters",
          "controller.quorum.bootstrap.servers",
          "log.dir",
          "log.dirs",
          "metadata.log.dir");

  private static final int LAST_PORT = 65535;

  public BrokerSettings {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
    }
    overrides = Map.copyOf(overrides);
    overrides.keySet().stream()
        .filter(RESERVED::contains)
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(key + " is set by the embedded broker itself");
            });
  }

  /** A broker on a free port that keeps its data in this directory. */
  public static BrokerSettings in(Path directory) {
    return new BrokerSettings(directory, 0, Map.of());
  }

  public BrokerSettings withPort(int other) {
    return new BrokerSettings(directory, other, overrides);
  }

  public BrokerSettings with(String key, String value) {
    Map<String, String> more = new HashMap<>(overrides);
    more.put(key, value);
    return new BrokerSettings(directory, port, more);
  }

  /** The Kafka settings of a lone node, for whoever runs one elsewhere, such as in a container. */
  public static Map<String, String> singleNode() {
    return NodeProperties.SINGLE_NODE;
  }
}
