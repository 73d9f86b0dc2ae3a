package dev.influx.schemas.wire;

import dev.influx.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes records in the Confluent wire format. The id of a schema is asked for once per topic; a
 * schema that was never registered is an error, because registering is a deliberate step.
 */
public final class WireSerializer<T extends SpecificRecord> implements Serializer<T> {
  private final Registry registry;
  private final Map<String, Integer> idsByTopic = new ConcurrentHashMap<>();
  private final Schema schema;
  private final RecordEncoder<T> writer;

  WireSerializer(Registry registry, Class<T> type) {
    this.registry = registry;
    this.schema = SpecificData.get().getSchema(type);
    this.writer = RecordEncoder.of(type);
  }

  /** Asks for the id now, so that a missing schema or a registry that is down shows at start. */
  public WireSerializer<T> warmUp(String topic) {
    idsByTopic.put(topic, registry.idOf(TopicSpec.subjectOf(topic), schema));
    return this;
  }

  @Override
  public byte[] serialize(String topic, T value) {
    if (value == null) {
      return null;
    }
    int id = idsByTopic.computeIfAbsent(topic, t -> registry.idOf(TopicSpec.subjectOf(t), schema));
    try {
      return writer.encode(WireFormat.header(id), value);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("unable to encode a " + schema.getName(), e);
    }
  }
}
