package dev.influx.app.pipe;

import dev.influx.runtime.UnableToReachBrokerException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Watches the topics of accepted and rejected authors for those who leave both from now on. */
final class Withdrawals implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Set<String>> gone;

  private Withdrawals(KafkaConsumer<String, byte[]> consumer, List<String> topics) {
    this.consumer = consumer;
    this.gone = Map.of(topics.get(0), new HashSet<>(), topics.get(1), new HashSet<>());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Positions are looked up when they are asked for: what comes later must not be missed.
    partitions.forEach(partition -> consumer.position(partition, PATIENCE));
  }

  static Withdrawals watch(Installation installation) {
    Map<String, Object> settings = installation.kafka().client("influx-withdrawals");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    try {
      return new Withdrawals(
          consumer, List.of(installation.topics().accepted(), installation.topics().rejected()));
    } catch (TimeoutException e) {
      consumer.close();
      throw new UnableToReachBrokerException(installation.kafka(), e);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /** Those of the ids that have left both topics, after as long as it takes or at most so long. */
  Set<String> await(Set<String> ids, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!gone(ids).containsAll(ids) && System.nanoTime() < end) {
      consumer.poll(POLL).forEach(this::take);
    }
    return gone(ids);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Set<String> left = gone.get(record.topic());
    if (record.value() == null) {
      left.add(record.key());
    } else {
      left.remove(record.key());
    }
  }

  private Set<String> gone(Set<String> ids) {
    Set<String> both = new HashSet<>(ids);
    gone.values().forEach(both::retainAll);
    return both;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
