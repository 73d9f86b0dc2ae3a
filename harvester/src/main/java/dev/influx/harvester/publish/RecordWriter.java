package dev.influx.harvester.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.ReleasedVersion;
import dev.influx.schemas.wire.WireSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Publications as the bytes that Kafka keeps. */
final class RecordWriter {
  private final Topics topics;
  private final WireSerializer<RawProfile> profiles;
  private final WireSerializer<HarvestOutcome> outcomes;
  private final List<Header> headers;
  private final Map<Class<?>, Header> versions =
      Map.of(
          RawProfile.class, version(RawProfile.getClassSchema()),
          HarvestOutcome.class, version(HarvestOutcome.getClassSchema()));

  RecordWriter(Registry registry, Topics topics, Origin origin) {
    this.topics = topics;
    this.profiles = registry.serializer(RawProfile.class);
    this.outcomes = registry.serializer(HarvestOutcome.class);
    this.headers =
        List.of(
            new RecordHeader("run-id", origin.runId().getBytes(UTF_8)),
            new RecordHeader("source", origin.kind().name().getBytes(UTF_8)));
  }

  private static Header version(Schema schema) {
    String version = Integer.toString(ReleasedVersion.of(schema));
    return new RecordHeader("schema-version", version.getBytes(UTF_8));
  }

  /** Asks the registry for all that is needed; after this it may go away. */
  void warmUp() {
    profiles.warmUp(topics.raw());
    outcomes.warmUp(topics.outcomes());
  }

  ProducerRecord<byte[], byte[]> write(Publication publication) {
    byte[] value = publication.value().map(record -> bytes(publication, record)).orElse(null);
    return new ProducerRecord<>(
        publication.topic(),
        null,
        publication.at().toEpochMilli(),
        publication.key().getBytes(UTF_8),
        value,
        headers(publication));
  }

  private List<Header> headers(Publication publication) {
    if (publication.value().isEmpty()) {
      return headers;
    }
    SpecificRecord value = publication.value().get();
    List<Header> all = new ArrayList<>(headers);
    all.add(versions.get(value.getClass()));
    if (value instanceof RawProfile seen && seen.getProfile() != null) {
      String hash = ContentHash.of(seen.getProfile());
      all.add(new RecordHeader("content-sha256", hash.getBytes(UTF_8)));
    }
    return all;
  }

  /** Without a timestamp of its own: the retention of dead letters counts from their death. */
  ProducerRecord<byte[], byte[]> write(ImportedRecord.DeadLetter letter) {
    List<Header> all = new ArrayList<>(headers);
    letter
        .headers()
        .forEach((name, value) -> all.add(new RecordHeader(name, value.getBytes(UTF_8))));
    byte[] key = letter.id().map(id -> id.getBytes(UTF_8)).orElse(null);
    byte[] value = new byte[letter.bytes().remaining()];
    letter.bytes().duplicate().get(value);
    return new ProducerRecord<>(topics.dead(), null, null, key, value, all);
  }

  private byte[] bytes(Publication publication, SpecificRecord record) {
    return record instanceof RawProfile profile
        ? profiles.serialize(publication.topic(), profile)
        : outcomes.serialize(publication.topic(), (HarvestOutcome) record);
  }
}
