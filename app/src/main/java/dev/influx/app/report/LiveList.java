package dev.influx.app.report;

import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.TopicReading;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.wire.Registry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The topics of accepted and rejected authors, read from their beginning to where they ended when
 * reading began. What is held of an author is what a report needs, until a newer record replaces
 * it.
 */
public final class LiveList {

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
    List<String> topics =
        List.of(installation.topics().accepted(), installation.topics().rejected());
    new TopicReading(installation.kafka(), "influx-report", topics)
        .forEach(record -> side(record.topic()).take(record), output::proceed);
    accepted.authors.values().forEach(output::evaluated);
    // While an author changes sides, the ends of two topics may show him on both.
    rejected.authors.keySet().removeAll(accepted.authors.keySet());
    rejected.authors.values().forEach(output::evaluated);
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
