package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.Explained;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.scorer.replay.Extent;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What replays ask a cluster, and do to it. */
final class ReplayCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Installation installation;
  private final Admin admin;

  ReplayCluster(Installation installation) {
    this.installation = installation;
    Map<String, Object> settings = installation.kafka().client("influx-replay");
    settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
    settings.put("request.timeout.ms", (int) PATIENCE.toMillis() / 2);
    this.admin = Admin.create(settings);
  }

  String id() {
    return get(admin.describeCluster().clusterId());
  }

  String topicId(String topic) {
    return describe(topic).topicId().toString();
  }

  /** What is in a topic now, partition by partition. */
  List<Extent> extents(String topic) {
    List<TopicPartition> partitions =
        describe(topic).partitions().stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    return partitions.stream()
        .map(each -> new Extent(each.partition(), begins.get(each), ends.get(each)))
        .sorted(Comparator.comparingLong(Extent::partition))
        .toList();
  }

  private TopicDescription describe(String topic) {
    return get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> wanted =
        partitions.stream().collect(Collectors.toMap(each -> each, each -> which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    get(admin.listOffsets(wanted).all()).forEach((at, info) -> offsets.put(at, info.offset()));
    return offsets;
  }

  Set<String> topics() {
    return get(admin.listTopics().names());
  }

  /** Those that are gone already are no failure. */
  void deleteTopics(Collection<String> topics) {
    for (String topic : topics) {
      try {
        get(admin.deleteTopics(List.of(topic)).all());
      } catch (UnableToChangeClusterException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
    }
  }

  /** How many members a group has; none if there is no such group. */
  int members(String group) {
    try {
      ConsumerGroupDescription described =
          get(admin.describeConsumerGroups(List.of(group)).all()).get(group);
      return described.members().size();
    } catch (UnableToChangeClusterException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw e;
    }
  }

  /** A static member that is gone would stay until its session ends; nobody waits for it. */
  void dismiss(String group) {
    if (members(group) > 0) {
      get(
          admin
              .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
              .all());
    }
  }

  /** One that is gone already is no failure. */
  void deleteGroup(String group) {
    try {
      get(admin.deleteConsumerGroups(List.of(group)).all());
    } catch (UnableToChangeClusterException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
  }

  /** Lets a group without members go on from other offsets. */
  void moveTo(String group, Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, OffsetAndMetadata> wanted = new HashMap<>();
    offsets.forEach((partition, offset) -> wanted.put(partition, new OffsetAndMetadata(offset)));
    get(admin.alterConsumerGroupOffsets(group, wanted).all());
  }

  private <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw new UnableToReachBrokerException(installation.kafka(), e.getCause());
      }
      throw new UnableToChangeClusterException(e.getCause());
    } catch (TimeoutException e) {
      throw new UnableToReachBrokerException(installation.kafka(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnableToChangeClusterException(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  /** The cluster refused something that a replay needs. */
  private static final class UnableToChangeClusterException extends Explained {
    private static final long serialVersionUID = 1L;

    UnableToChangeClusterException(Throwable cause) {
      super(
          "the cluster refused what the replay needs",
          cause.getClass().getSimpleName() + ": " + cause.getMessage(),
          "grant this client the right to it, and do it again: it goes on where it stopped",
          cause);
    }
  }
}
