package dev.influx.app.pipe;

import dev.influx.app.config.Config;
import dev.influx.app.config.ConfigResult;
import dev.influx.runtime.Explained;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicAdmin;
import dev.influx.runtime.TopicChange;
import dev.influx.runtime.TopicState;
import dev.influx.schemas.topics.TopicSpec;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The cluster, the registry and the topics that all parts of one installation share. */
public record Installation(
    KafkaConnection kafka,
    URI registryUrl,
    Map<String, String> registryProperties,
    Topics topics,
    int partitions,
    short replicationFactor) {
  private static final int MOST_LOOKS = 5;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  public static Installation of(Config config) {
    return new Installation(
        config.kafka().connection(),
        config.registry().url(),
        config.registry().properties().values(),
        config.topics().names(),
        config.topics().partitions(),
        config.topics().replicationFactor());
  }

  /**
   * The one to look at: where nobody chose a cluster and {@code influx up} runs on the data
   * directory, that one.
   */
  public static Installation running(ConfigResult.Loaded loaded, Path directory) {
    Installation configured = of(loaded.config());
    return Addresses.in(directory)
        .filter(running -> loaded.isDefault("kafka.bootstrap_servers"))
        .map(running -> configured.at(running.broker(), URI.create(running.registry())))
        .orElse(configured);
  }

  /** The same topics on another cluster and registry. */
  public Installation at(String bootstrapServers, URI registry) {
    KafkaConnection there = new KafkaConnection(bootstrapServers, kafka.properties());
    return new Installation(
        there, registry, registryProperties, topics, partitions, replicationFactor);
  }

  /** The same cluster and registry with other topics. */
  public Installation withTopics(Topics others) {
    return new Installation(
        kafka, registryUrl, registryProperties, others, partitions, replicationFactor);
  }

  /** Connects lazily. */
  public Registry registry() {
    return Registry.at(registryUrl.toString(), registryProperties);
  }

  public List<TopicSpec> catalogue() {
    return topics.catalogue(partitions);
  }

  /** Creates what is missing, adjusts what differs, registers all schemas. */
  public List<TopicChange> apply(Registry registry) {
    try (TopicAdmin admin = TopicAdmin.connect(kafka)) {
      List<TopicChange> changes = admin.apply(catalogue(), replicationFactor);
      catalogue().forEach(registry::register);
      return changes;
    }
  }

  /** Fails when no broker answers or a topic is missing, before anything is started. */
  public void requireTopics() {
    try (TopicAdmin admin = TopicAdmin.connect(kafka)) {
      List<String> missing = missing(admin);
      for (int look = 1; look < MOST_LOOKS && !missing.isEmpty(); look++) {
        // who created them a moment ago was answered before every broker knew of them
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        missing = missing(admin);
      }
      if (!missing.isEmpty()) {
        throw new Explained(
            "the topics of this installation are not there",
            "missing at " + kafka.bootstrapServers() + ": " + String.join(", ", missing),
            "create them with: influx topics apply",
            null);
      }
    }
  }

  private List<String> missing(TopicAdmin admin) {
    return admin.list(catalogue()).stream()
        .filter(topic -> topic.partitions().isEmpty())
        .map(TopicState::topic)
        .toList();
  }
}
