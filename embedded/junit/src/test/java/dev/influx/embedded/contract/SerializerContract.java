package dev.influx.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the genuine serializer writes with a registry, the genuine deserializer reads with it. */
abstract class SerializerContract {
  private final RegistryUnderTest registry;
  private final CachedSchemaRegistryClient client;
  private final String topic = RegistryUnderTest.freshName();
  private final Schema before = SchemaBuilder.record(topic).fields().requiredLong("a").endRecord();
  private final Schema after =
      SchemaBuilder.record(topic).fields().requiredLong("a").optionalString("b").endRecord();

  SerializerContract(RegistryUnderTest registry) {
    this.registry = registry;
    this.client = registry.client();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
  }

  @Test
  void readsBackWhatWasWritten() throws Exception {
    GenericRecord record = new GenericRecordBuilder(after).set("a", 7L).set("b", "ü").build();

    byte[] bytes = write(record, true);

    ByteBuffer header = ByteBuffer.wrap(bytes);
    assertThat(header.get()).isZero();
    assertThat(header.getInt()).isEqualTo(client.getId(topic + "-value", new AvroSchema(after)));
    assertThat(GenericData.get().compare(read(bytes), record, after)).isZero();
  }

  @Test
  void readsOldRecordsAfterTheSchemaHasChanged() {
    byte[] old = write(new GenericRecordBuilder(before).set("a", 1L).build(), true);
    byte[] recent = write(new GenericRecordBuilder(after).set("a", 2L).build(), true);

    assertThat(read(old).getSchema()).isEqualTo(before);
    assertThat(read(old).get("a")).isEqualTo(1L);
    assertThat(read(recent).getSchema()).isEqualTo(after);
    assertThat(read(recent).get("a")).isEqualTo(2L);
  }

  @Test
  void registersNothingUnasked() throws Exception {
    GenericRecord record = new GenericRecordBuilder(before).set("a", 1L).build();
    assertThatExceptionOfType(SerializationException.class)
        .isThrownBy(() -> write(record, false))
        .havingCause()
        .withMessageContaining("40401");

    client.register(topic + "-value", new AvroSchema(before));

    assertThat(read(write(record, false)).get("a")).isEqualTo(1L);
  }

  private byte[] write(GenericRecord record, boolean register) {
    Map<String, Object> settings =
        Map.of("schema.registry.url", registry.url(), "auto.register.schemas", register);
    try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
      serializer.configure(settings, false);
      return serializer.serialize(topic, record);
    }
  }

  private GenericRecord read(byte[] bytes) {
    try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      deserializer.configure(Map.of("schema.registry.url", registry.url()), false);
      return (GenericRecord) deserializer.deserialize(topic, bytes);
    }
  }
}
