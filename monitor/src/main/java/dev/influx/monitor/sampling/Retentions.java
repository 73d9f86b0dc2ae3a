package dev.influx.monitor.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** How old records become in each topic, asked for again every few minutes. */
final class Retentions {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final int BATCH = 200;

  private final Map<String, Known> known = new HashMap<>();

  private record Known(Instant at, Optional<Duration> retention) {}

  /** Empty where records are kept, or where nobody may tell. */
  Optional<Duration> of(String topic) {
    return Optional.ofNullable(known.get(topic)).flatMap(Known::retention);
  }

  void refresh(Admin admin, Answers answers, Collection<String> topics, Instant now)
      throws UnableToLookException {
    known.keySet().retainAll(topics);
    List<String> old =
        topics.stream()
            .filter(it -> !known.containsKey(it) || known.get(it).at().isBefore(now.minus(FRESH)))
            .toList();
    for (List<String> batch : Answers.batches(old, BATCH)) {
      Map<ConfigResource, KafkaFuture<Config>> configs =
          admin
              .describeConfigs(
                  batch.stream()
                      .map(it -> new ConfigResource(ConfigResource.Type.TOPIC, it))
                      .toList(),
                  new DescribeConfigsOptions().timeoutMs(answers.leftMillis()))
              .values();
      for (Map.Entry<ConfigResource, KafkaFuture<Config>> config : configs.entrySet()) {
        Optional<Duration> retention =
            answers.to(config.getValue()).value().flatMap(Retentions::retention);
        known.put(config.getKey().name(), new Known(now, retention));
      }
    }
  }

  private static Optional<Duration> retention(Config config) {
    ConfigEntry policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG);
    ConfigEntry millis = config.get(TopicConfig.RETENTION_MS_CONFIG);
    if (policy == null || millis == null || !policy.value().contains("delete")) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(millis.value()))
        .filter(it -> it >= 0)
        .map(Duration::ofMillis);
  }
}
