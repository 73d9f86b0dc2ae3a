package dev.influx.app.report;

import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import dev.influx.app.pipe.Installation;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.wire.Registry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The topics of accepted and rejected authors, read from their beginning to where they ended when
 * reading began. What is held of an author is what a report needs, until a newer record replaces
 * it.
 */
public final class LiveList {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long MOST_POLLS_IN_VAIN = PATIENCE.dividedBy(POLL);

  private final Installation installation;
  private final EvaluationOutput<Appraised> output;
  private final Side accepted;
  private final Side rejected;

  public LiveList(
      Installation installation,
      Registry registry,
      Appraiser appraiser,
      EvaluationOutput<Appraised> output) {
    this.installation = installation;
    this.output = output;
    this.accepted = new Side(reading(registry, ScoredProfile.class, appraiser::accepted));
    this.rejected = new Side(reading(registry, RejectedProfile.class, appraiser::rejected));
  }

  private static <T extends SpecificRecord> Function<ConsumerRecord<?, byte[]>, Appraised> reading(
      Registry registry, Class<T> type, Function<T, Appraised> appraising) {
    Deserializer<T> records = registry.deserializer(type);
    return record -> appraising.apply(records.deserialize(record.topic(), record.value()));
  }

  /** Reads both topics, and hands on every author once. */
  public void run() {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      read(consumer);
    } catch (TimeoutException e) {
      throw new UnableToReachBrokerException(installation.kafka(), e);
    }
    accepted.authors.values().forEach(output::evaluated);
    // While an author changes sides, the ends of two topics may show him on both.
    rejected.authors.keySet().removeAll(accepted.authors.keySet());
    rejected.authors.values().forEach(output::evaluated);
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> settings = installation.kafka().client("influx-report");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void read(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        Stream.of(installation.topics().accepted(), installation.topics().rejected())
            .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    long inVain = 0;
    while (!reached(consumer, ends)) {
      long taken = take(consumer.poll(POLL), ends);
      output.proceed(taken);
      inVain = taken == 0 ? inVain + 1 : 0;
      if (inVain > MOST_POLLS_IN_VAIN) {
        throw new TimeoutException("it stopped answering before the topics were read");
      }
    }
  }

  private static boolean reached(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
  }

  private long take(ConsumerRecords<String, byte[]> records, Map<TopicPartition, Long> ends) {
    for (ConsumerRecord<String, byte[]> record : records) {
      long end = ends.get(new TopicPartition(record.topic(), record.partition()));
      if (record.offset() < end) {
        side(record.topic()).take(record);
      }
    }
    return records.count();
  }

  private Side side(String topic) {
    return topic.equals(installation.topics().accepted()) ? accepted : rejected;
  }

  /** The authors of one topic as they stand so far. */
  private final class Side {
    private final Function<ConsumerRecord<?, byte[]>, Appraised> reading;
    private final Map<String, Appraised> authors = new HashMap<>();

    Side(Function<ConsumerRecord<?, byte[]>, Appraised> reading) {
      this.reading = reading;
    }

    void take(ConsumerRecord<String, byte[]> record) {
      authors.remove(record.key());
      if (record.value() != null) {
        keep(record);
      }
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
      try {
        authors.put(record.key(), reading.apply(record));
      } catch (SerializationException e) {
        String partition = record.topic() + "-" + record.partition();
        output.bad(new BadLine(partition, record.offset(), e.getMessage()));
      }
    }
  }
}
