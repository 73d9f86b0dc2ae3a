package dev.influx.app.pipe;

import dev.influx.runtime.KafkaConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Looks at how far topics have grown and how far groups have read them. */
public final class Backlog implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Admin admin;

  public Backlog(KafkaConnection kafka) {
    this.admin = Admin.create(kafka.client("influx-backlog"));
  }

  /** The end of each partition that a committed reader can reach. */
  public Map<TopicPartition, Long> ends(String topic) throws UnableToLookException {
    return ends(List.of(topic), IsolationLevel.READ_COMMITTED);
  }

  private Map<TopicPartition, Long> ends(Collection<String> topics, IsolationLevel isolation)
      throws UnableToLookException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions(topics).forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    return get(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  /** What a group has committed, partition by partition; partitions without a commit are absent. */
  public Map<TopicPartition, Long> committed(String group) throws UnableToLookException {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return offsets.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  /**
   * Records that a group has yet to read; empty where it has not committed anything in a partition
   * that holds records. The commits are read before the ends, so that the result is never negative.
   */
  public Optional<Long> lag(String group, String topic) throws UnableToLookException {
    return lag(group, List.of(topic), IsolationLevel.READ_COMMITTED);
  }

  /**
   * Whether a group that also writes to its own inputs has nothing left to do: what it has written
   * and not committed yet is left to do.
   */
  public boolean atRest(String group, Collection<String> topics) throws UnableToLookException {
    return lag(group, topics, IsolationLevel.READ_UNCOMMITTED).equals(Optional.of(0L));
  }

  private Optional<Long> lag(String group, Collection<String> topics, IsolationLevel isolation)
      throws UnableToLookException {
    Map<TopicPartition, Long> committed = committed(group);
    long lag = 0;
    for (Map.Entry<TopicPartition, Long> end : ends(topics, isolation).entrySet()) {
      Long position = committed.get(end.getKey());
      if (position == null && end.getValue() > 0) {
        return Optional.empty();
      }
      lag += position == null ? 0 : Math.max(0, end.getValue() - position);
    }
    return Optional.of(lag);
  }

  private Collection<TopicPartition> partitions(Collection<String> topics)
      throws UnableToLookException {
    return get(admin.describeTopics(topics).allTopicNames()).values().stream()
        .flatMap(Backlog::partitions)
        .toList();
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  private static <T> T get(KafkaFuture<T> answer) throws UnableToLookException {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new UnableToLookException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnableToLookException(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  /** The cluster did not say; a later look may succeed. */
  public static final class UnableToLookException extends Exception {
    private static final long serialVersionUID = 1L;

    UnableToLookException(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }
}
