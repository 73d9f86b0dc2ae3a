package dev.influx.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.Outcome;
import dev.influx.schemas.topics.TopicSpec;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.UnableToResolveSchemaException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What influx writes, the genuine deserializer reads; what the genuine one writes, influx reads.
 */
abstract class WireFormatContract {
  private static final HarvestOutcome OUTCOME =
      HarvestOutcome.newBuilder()
          .setHandle("Zoë")
          .setOutcome(Outcome.SUSPENDED)
          .setAskedAt(Instant.parse("2026-03-01T12:00:00.123Z"))
          .build();

  private final Topics topics = new Topics(RegistryUnderTest.freshName() + ".");
  private final Map<String, Object> genuine;
  private final Registry registry;

  WireFormatContract(RegistryUnderTest registry) {
    this.registry = Registry.at(registry.url(), Map.of());
    this.genuine =
        Map.of(
            "schema.registry.url", registry.url(),
            "auto.register.schemas", false,
            "specific.avro.reader", true);
  }

  @AfterEach
  void close() throws Exception {
    registry.close();
  }

  @Test
  void theGenuineDeserializerReadsWhatInfluxWrites() {
    applyCatalogue();
    byte[] bytes = registry.serializer(HarvestOutcome.class).serialize(topics.outcomes(), OUTCOME);

    try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      deserializer.configure(genuine, false);
      assertThat(deserializer.deserialize(topics.outcomes(), bytes)).isEqualTo(OUTCOME);
    }
  }

  @Test
  void influxReadsWhatTheGenuineSerializerWrites() {
    applyCatalogue();
    byte[] bytes;
    try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
      serializer.configure(genuine, false);
      bytes = serializer.serialize(topics.outcomes(), OUTCOME);
    }

    assertThat(registry.deserializer(HarvestOutcome.class).deserialize(topics.outcomes(), bytes))
        .isEqualTo(OUTCOME);
    assertThat(registry.serializer(HarvestOutcome.class).serialize(topics.outcomes(), OUTCOME))
        .as("to the byte")
        .isEqualTo(bytes);
  }

  @Test
  void everySchemaOfTheCatalogueCanBeRegisteredAgainAndAgain() {
    applyCatalogue();
    applyCatalogue();

    assertThat(topics.catalogue(1)).filteredOn(topic -> topic.valueSchema().isPresent()).hasSize(9);
  }

  @Test
  void aSchemaThatWasNeverRegisteredIsNotWritten() {
    assertThatThrownBy(
            () -> registry.serializer(HarvestOutcome.class).serialize(topics.outcomes(), OUTCOME))
        .isInstanceOf(UnableToResolveSchemaException.class);
  }

  @Test
  void bytesThatAreNoRecordAreRefused() {
    applyCatalogue();
    byte[] whole = registry.serializer(HarvestOutcome.class).serialize(topics.outcomes(), OUTCOME);
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    byte[] torn = Arrays.copyOf(whole, whole.length - 3);
    byte[] unknown = whole.clone();
    unknown[1] = 0x7f;

    for (byte[] bad : new byte[][] {longer, torn, unknown, {}, {1, 2, 3}, {0, 0, 0, 0}}) {
      assertThatThrownBy(
              () -> registry.deserializer(HarvestOutcome.class).deserialize(topics.outcomes(), bad))
          .isInstanceOf(SerializationException.class);
    }
  }

  private void applyCatalogue() {
    for (TopicSpec topic : topics.catalogue(1)) {
      registry.register(topic);
    }
  }
}
