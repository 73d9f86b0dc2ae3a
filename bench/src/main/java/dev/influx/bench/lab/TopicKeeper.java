package dev.influx.bench.lab;

import dev.influx.bench.worker.Level;
import dev.influx.bench.worker.Task;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicAdmin;
import dev.influx.schemas.topics.TopicSpec;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

/** Makes the topics of the catalogue, and gives every run outputs that nobody has written to. */
final class TopicKeeper {
  private static final long PAUSE_NANOS = 10_000_000;
  private static final short ONE_COPY = 1;

  /** What the scorer asks for its own changelogs. */
  private static final Map<String, String> CHANGELOG =
      Map.of(
          "cleanup.policy",
          "compact",
          "min.cleanable.dirty.ratio",
          "0.3",
          "segment.ms",
          "86400000");

  private final KafkaConnection kafka;
  private final Registry registry;
  private final Admin admin;
  private final int partitions;

  TopicKeeper(KafkaConnection kafka, Registry registry, Admin admin, int partitions) {
    this.kafka = kafka;
    this.registry = registry;
    this.admin = admin;
    this.partitions = partitions;
  }

  void create(Topics topics) {
    List<TopicSpec> catalogue = topics.catalogue(partitions);
    apply(catalogue);
    catalogue.forEach(registry::register);
  }

  /** Deletes what earlier runs wrote, and makes what this one needs. */
  void prepare(Task task) {
    Topics topics = task.topics();
    Set<String> inputs = Set.of(topics.raw(), topics.policies(), topics.outcomes());
    delete(
        names().stream()
            .filter(name -> name.startsWith(topics.prefix()) || name.endsWith("-changelog"))
            .filter(name -> !inputs.contains(name))
            .toList());
    if (task.level() == Level.REPLAY) {
      apply(topics.replayed(partitions));
      topics.replayed(partitions).forEach(registry::register);
      return;
    }
    apply(topics.catalogue(partitions));
    if (task.level() == Level.COPY) {
      apply(
          List.of(topic(task.copies(), Map.of("cleanup.policy", "delete", "retention.ms", "-1"))));
    } else if (task.level() == Level.PLAIN) {
      apply(List.of(topic(task.changelog(), CHANGELOG)));
    }
  }

  private TopicSpec topic(String name, Map<String, String> settings) {
    return new TopicSpec(name, partitions, settings, Optional.empty());
  }

  private void apply(List<TopicSpec> topics) {
    try (TopicAdmin topicAdmin = TopicAdmin.connect(kafka)) {
      topicAdmin.apply(topics, ONE_COPY);
    }
  }

  /** Returns when the broker has forgotten them, so that they can be made anew. */
  private void delete(Collection<String> topics) {
    get(admin.deleteTopics(topics).all());
    while (names().stream().anyMatch(topics::contains)) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private Set<String> names() {
    return get(admin.listTopics().names());
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new UnableToFinishRunException("the broker refused: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnableToFinishRunException("interrupted while asking the broker", e);
    }
  }
}
