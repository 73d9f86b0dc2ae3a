package dev.influx.runtime;

import dev.influx.schemas.topics.TopicSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Brings the topics of a cluster into the shape of the catalogue, and says what they look like. */
public final class TopicAdmin implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final KafkaConnection connection;
  private final Admin admin;

  private TopicAdmin(KafkaConnection connection, Admin admin) {
    this.connection = connection;
    this.admin = admin;
  }

  /** Connects, and fails within ten seconds when no broker answers. */
  public static TopicAdmin connect(KafkaConnection connection) {
    Map<String, Object> settings = connection.client("influx-admin");
    settings.put("request.timeout.ms", (int) PATIENCE.toMillis() / 2);
    settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
    TopicAdmin topics = new TopicAdmin(connection, admin(connection, settings));
    try {
      topics.get(topics.admin.describeCluster().clusterId());
      return topics;
    } catch (RuntimeException e) {
      topics.close();
      throw e;
    }
  }

  private static Admin admin(KafkaConnection connection, Map<String, Object> settings) {
    try {
      return Admin.create(settings);
    } catch (org.apache.kafka.common.KafkaException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new UnableToReachBrokerException(connection, reason);
    }
  }

  /**
   * What became of each topic, in the order given. Doing it again changes nothing. When it returns,
   * the broker that answered can say where every partition is led: a topic is made by the
   * controller, and brokers learn of it later.
   */
  public List<TopicChange> apply(Collection<TopicSpec> topics, short replicationFactor) {
    Map<String, TopicDescription> present = describe(topics);
    List<TopicChange> changes = new ArrayList<>();
    for (TopicSpec topic : topics) {
      TopicDescription found = present.get(topic.name());
      changes.add(found == null ? create(topic, replicationFactor) : adjust(topic, found));
    }
    await(topics.stream().map(TopicSpec::name).filter(name -> !present.containsKey(name)).toList());
    return changes;
  }

  private void await(List<String> created) {
    try {
      new NewTopics(admin).await(created, PATIENCE);
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (TimeoutException e) {
      throw new UnableToReachBrokerException(connection, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The topics of a list that exist, as they are. */
  public List<TopicState> list(Collection<TopicSpec> topics) {
    Map<String, TopicDescription> present = describe(topics);
    return topics.stream()
        .map(
            topic ->
                new TopicState(
                    topic.name(),
                    Optional.ofNullable(present.get(topic.name())).map(d -> d.partitions().size())))
        .toList();
  }

  private Map<String, TopicDescription> describe(Collection<TopicSpec> topics) {
    Set<String> names = get(admin.listTopics().names());
    List<String> wanted = topics.stream().map(TopicSpec::name).filter(names::contains).toList();
    return get(admin.describeTopics(wanted).allTopicNames());
  }

  private TopicChange create(TopicSpec topic, short replicationFactor) {
    Optional<Short> replicas = Optional.of(replicationFactor).filter(factor -> factor > 0);
    NewTopic request =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), replicas)
            .configs(topic.settings());
    try {
      get(admin.createTopics(List.of(request)).all());
      return new TopicChange(topic.name(), TopicChange.Kind.CREATED, "");
    } catch (UnableToAskBrokerException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return new TopicChange(topic.name(), TopicChange.Kind.UNCHANGED, "");
      }
      throw new UnableToApplyTopicsException(
          topic.name(),
          e.getCause().getMessage(),
          "create it by hand, or grant this client the right to",
          e);
    }
  }

  private TopicChange adjust(TopicSpec topic, TopicDescription found) {
    if (found.partitions().size() != topic.partitions()) {
      throw new UnableToApplyTopicsException(
          topic.name(),
          "it has "
              + found.partitions().size()
              + " partitions, and "
              + topic.partitions()
              + " are asked for",
          "set topics.partitions to "
              + found.partitions().size()
              + ": the partitions of a keyed topic cannot change once it holds authors",
          null);
    }
    Map<String, String> drift = drift(topic);
    if (drift.isEmpty()) {
      return new TopicChange(topic.name(), TopicChange.Kind.UNCHANGED, "");
    }
    ConfigResource resource = resource(topic);
    List<AlterConfigOp> changes =
        drift.keySet().stream()
            .map(
                key ->
                    new AlterConfigOp(
                        new ConfigEntry(key, topic.settings().get(key)), AlterConfigOp.OpType.SET))
            .toList();
    get(admin.incrementalAlterConfigs(Map.of(resource, changes)).all());
    return new TopicChange(topic.name(), TopicChange.Kind.ADJUSTED, drift.toString());
  }

  /** The settings that differ, with their present value. */
  private Map<String, String> drift(TopicSpec topic) {
    Config config = get(admin.describeConfigs(List.of(resource(topic))).all()).get(resource(topic));
    Map<String, String> drift = new TreeMap<>();
    topic
        .settings()
        .forEach(
            (key, wanted) -> {
              String present = config.get(key) == null ? "" : config.get(key).value();
              if (!wanted.equals(present)) {
                drift.put(key, present + " -> " + wanted);
              }
            });
    return drift;
  }

  private static ConfigResource resource(TopicSpec topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }

  private <T> T get(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis() + 1000, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (TimeoutException e) {
      throw new UnableToReachBrokerException(connection, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private RuntimeException failed(ExecutionException e) {
    return e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
        ? new UnableToReachBrokerException(connection, e.getCause())
        : new UnableToAskBrokerException(e.getCause());
  }

  private static RuntimeException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new UnableToAskBrokerException(e);
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }

  /** The broker answered with an error. */
  private static final class UnableToAskBrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnableToAskBrokerException(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }
}
