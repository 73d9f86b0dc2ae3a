package dev.influx.app.pipe;

import dev.influx.runtime.TopicReading;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.wire.Registry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The topics of accepted and rejected authors, read from their beginning to where they ended when
 * reading began. What is held of an author is what its reader makes of the record, until a newer
 * record replaces it.
 */
public final class JudgedAuthors<T> {
  private final Installation installation;
  private final String clientId;
  private final Consumer<Unreadable> bad;
  private final Side accepted;
  private final Side rejected;

  /**
   * Prepares to read.
   *
   * @param bad told of each record that cannot be read
   */
  public JudgedAuthors(
      Installation installation,
      Registry registry,
      String clientId,
      Readers<T> readers,
      Consumer<Unreadable> bad) {
    this.installation = installation;
    this.clientId = clientId;
    this.bad = bad;
    this.accepted = new Side(reading(registry, ScoredProfile.class, readers.accepted()));
    this.rejected = new Side(reading(registry, RejectedProfile.class, readers.rejected()));
  }

  /** What to make of the records of either topic. */
  public record Readers<T>(
      Function<ScoredProfile, T> accepted, Function<RejectedProfile, T> rejected) {}

  /** A record that could not be read. */
  public record Unreadable(String partition, long offset, String reason) {}

  private static <T, R extends SpecificRecord> Function<ConsumerRecord<?, byte[]>, T> reading(
      Registry registry, Class<R> type, Function<R, T> reader) {
    Deserializer<R> records = registry.deserializer(type);
    return record -> reader.apply(records.deserialize(record.topic(), record.value()));
  }

  /**
   * Reads both topics, and hands on every author once.
   *
   * @param progress told now and then how many more records were read
   */
  public void forEach(Consumer<T> taker, LongConsumer progress) {
    List<String> topics =
        List.of(installation.topics().accepted(), installation.topics().rejected());
    new TopicReading(installation.kafka(), clientId, topics)
        .forEach(record -> side(record.topic()).take(record), progress);
    accepted.authors.values().forEach(taker);
    // While an author changes sides, the ends of two topics may show him on both.
    rejected.authors.keySet().removeAll(accepted.authors.keySet());
    rejected.authors.values().forEach(taker);
  }

  private Side side(String topic) {
    return topic.equals(installation.topics().accepted()) ? accepted : rejected;
  }

  /** The authors of one topic as they stand so far. */
  private final class Side {
    private final Function<ConsumerRecord<?, byte[]>, T> reading;
    private final Map<String, T> authors = new HashMap<>();

    Side(Function<ConsumerRecord<?, byte[]>, T> reading) {
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
        bad.accept(new Unreadable(partition, record.offset(), e.getMessage()));
      }
    }
  }
}
