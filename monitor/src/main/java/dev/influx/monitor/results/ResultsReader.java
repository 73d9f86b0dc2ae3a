package dev.influx.monitor.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.Finding;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.schemas.wire.WireDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics of results from their beginnings and on, in a thread of its own, as a group of
 * nobody. Whatever fails, it begins anew after a while.
 */
public final class ResultsReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ResultsReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BEFORE_ANOTHER = Duration.ofSeconds(5);
  private static final String REASON = "influx.dead.reason";
  private static final long BYTES_AN_AUTHOR = 200;
  private static final int MOST_AUTHORS = 12_000_000;

  private final KafkaConnection kafka;
  private final Topics topics;
  private final InstantSource clock;
  private final WireDeserializer<ScoredProfile> accepted;
  private final WireDeserializer<RejectedProfile> rejected;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "influx-monitor-results");
  private volatile Optional<Results> latest = Optional.empty();
  private volatile Optional<String> trouble = Optional.empty();

  private ResultsReader(
      KafkaConnection kafka, Registry registry, Topics topics, InstantSource clock) {
    this.kafka = kafka;
    this.topics = topics;
    this.clock = clock;
    this.accepted = registry.deserializer(ScoredProfile.class);
    this.rejected = registry.deserializer(RejectedProfile.class);
    thread.setDaemon(true);
  }

  public static ResultsReader start(
      KafkaConnection kafka, Registry registry, Topics topics, InstantSource clock) {
    ResultsReader reader = new ResultsReader(kafka, registry, topics, clock);
    reader.thread.start();
    return reader;
  }

  /** Never waits; empty before anything was read. */
  public Optional<Results> latest() {
    return latest;
  }

  /** Why nothing is read at the moment. */
  public Optional<String> trouble() {
    return trouble;
  }

  private void run() {
    try {
      do {
        readOn();
      } while (!stopping.await(BEFORE_ANOTHER.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException | InterruptException e) {
      LOG.debug("the reader of results was told to stop");
    }
  }

  private void readOn() {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      new Reading(consumer).run();
    } catch (InterruptException e) {
      throw e;
    } catch (WakeupException e) {
      LOG.debug("woken up");
    } catch (KafkaException e) {
      LOG.debug("the results are read anew", e);
      trouble = Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.warn("the results are read anew", e);
      trouble = Optional.of(e.toString());
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> settings = kafka.client("influx-monitor-results");
    settings.remove(CommonClientConfigs.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private boolean isOver() {
    return stopping.getCount() == 0;
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One reading from the beginning. */
  private final class Reading {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Tallies tallies =
        new Tallies(
            (int) Math.min(MOST_AUTHORS, Runtime.getRuntime().maxMemory() / BYTES_AN_AUTHOR));
    private Instant told = Instant.MIN;

    Reading(KafkaConsumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    void run() {
      List<TopicPartition> raw = partitions(topics.raw());
      List<TopicPartition> read =
          List.of(topics.accepted(), topics.rejected(), topics.dead()).stream()
              .flatMap(it -> partitions(it).stream())
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(read, PATIENCE);
      Map<TopicPartition, Long> starts = consumer.beginningOffsets(raw, PATIENCE);
      consumer.assign(read);
      consumer.seekToBeginning(read);
      boolean complete = false;
      while (!isOver()) {
        consumer.poll(POLL).forEach(this::take);
        complete = complete || reached(ends);
        if (!told.plus(EVERY).isAfter(clock.instant())) {
          tell(complete, sum(starts), sum(consumer.endOffsets(raw, PATIENCE)));
        }
      }
    }

    private void tell(boolean complete, long rawStart, long rawEnd) {
      told = clock.instant();
      latest = Optional.of(tallies.at(told, complete, rawEnd - rawStart, rawEnd));
      trouble = Optional.empty();
    }

    private List<TopicPartition> partitions(String topic) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new KafkaException("there is no topic " + topic);
      }
      return partitions;
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
      return ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
      return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
      try {
        if (record.topic().equals(topics.dead())) {
          Header reason = record.headers().lastHeader(REASON);
          tallies.dead(reason == null ? "unknown" : new String(reason.value(), UTF_8));
        } else if (record.key() == null) {
          tallies.unreadable();
        } else if (record.topic().equals(topics.accepted())) {
          takeAccepted(record);
        } else {
          takeRejected(record);
        }
      } catch (UnableToReachRegistryException e) {
        throw e;
      } catch (SerializationException e) {
        tallies.unreadable();
      }
    }

    private void takeAccepted(ConsumerRecord<String, byte[]> record) {
      if (record.value() == null) {
        tallies.acceptedNoMore(record.key());
      } else {
        ScoredProfile author = accepted.deserialize(record.topic(), record.value());
        tallies.accepted(record.key(), author.getScore().getRounded());
      }
    }

    private void takeRejected(ConsumerRecord<String, byte[]> record) {
      if (record.value() == null) {
        tallies.rejectedNoMore(record.key());
      } else {
        RejectedProfile author = rejected.deserialize(record.topic(), record.value());
        tallies.rejected(
            record.key(), author.getFindings().stream().map(Finding::getCode).distinct().toList());
      }
    }
  }
}
