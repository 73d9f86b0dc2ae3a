package dev.influx.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.Explained;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.schemas.wire.WireDeserializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts dead letters back into the raw topic, with their bytes and their time as they were. Each is
 * checked first as the scorer will check it, and one that keeps dying is let rest.
 */
public final class Redrive {
  private static final long MOST_TIMES = 3;
  private static final String LETTER = "influx.redrive.letter";

  private final Installation installation;
  private final WireDeserializer<RawProfile> profiles;
  private final ForgottenAuthors forgotten;

  /** Reads who is forgotten. */
  public Redrive(Installation installation, Registry registry) {
    this.installation = installation;
    this.profiles = registry.deserializer(RawProfile.class);
    this.forgotten = ForgottenAuthors.read(installation.kafka(), registry, installation.topics());
  }

  /** Why a letter cannot go back; empty for one that can. */
  public Optional<String> obstacle(DeadLetter letter) {
    if (!letter.topic().equals(Optional.of(installation.topics().raw()))) {
      return Optional.of("it is from " + letter.origin() + ", not from the raw topic");
    }
    if (letter.redriven() >= MOST_TIMES) {
      return Optional.of("it died again " + letter.redriven() + " times after it was put back");
    }
    return unreadable(letter);
  }

  private Optional<String> unreadable(DeadLetter letter) {
    try {
      RawProfile author =
          letter.value().length == 0
              ? null
              : profiles.deserialize(installation.topics().raw(), letter.value());
      if (author == null) {
        return Optional.of("it has no value");
      }
      if (!letter.key().equals(Optional.of(author.getId()))) {
        return Optional.of("its key is not the id of the author, " + author.getId());
      }
      return forgotten.hasId(author.getId())
          ? Optional.of("the author was removed on request")
          : Optional.empty();
    } catch (UnableToReachRegistryException e) {
      throw e;
    } catch (SerializationException e) {
      return Optional.of("it still cannot be read: " + e.getMessage());
    }
  }

  /** Returns when the broker has them all. */
  public void send(List<DeadLetter> letters) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      letters.forEach(letter -> sent.add(producer.send(record(letter))));
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TimeoutException
          ? new UnableToReachBrokerException(installation.kafka(), e.getCause())
          : new Explained(
              "not all dead letters could be put back",
              e.getCause().toString(),
              "do it again: an observation that is there twice counts once",
              e);
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = installation.kafka().client("influx-redrive");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    return settings;
  }

  private ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            installation.topics().raw(),
            null,
            letter.timestamp().orElse(null),
            letter.key().map(key -> key.getBytes(UTF_8)).orElse(null),
            letter.value());
    letter
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.startsWith(DeadLetter.PREFIX) && !name.startsWith("influx.redrive.")) {
                record.headers().add(name, value.getBytes(UTF_8));
              }
            });
    String times = Long.toString(letter.redriven() + 1);
    record.headers().add(DeadLetter.REDRIVEN, times.getBytes(UTF_8));
    record.headers().add(LETTER, letter.id().getBytes(UTF_8));
    return record;
  }
}
