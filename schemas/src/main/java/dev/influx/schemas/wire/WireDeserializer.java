package dev.influx.schemas.wire;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads records in the Confluent wire format. Bytes that cannot be read are a {@link
 * SerializationException}; a registry that is down is waited for, and only then an {@link
 * UnableToReachRegistryException}.
 */
public final class WireDeserializer<T extends SpecificRecord> implements Deserializer<T> {
  private static final ThreadLocal<BinaryDecoder> DECODERS = new ThreadLocal<>();

  private final Registry registry;
  private final Class<T> type;
  private final Patience patience;
  private final Map<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();

  WireDeserializer(Registry registry, Class<T> type, Patience patience) {
    this.registry = registry;
    this.type = type;
    this.patience = patience;
  }

  @Override
  public T deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    if (!WireFormat.hasHeader(bytes)) {
      throw new SerializationException("not in the wire format: no magic byte and schema id");
    }
    return decode(bytes, readerFor(WireFormat.schemaId(bytes)));
  }

  private SpecificDatumReader<T> readerFor(int id) {
    SpecificDatumReader<T> known = readers.get(id);
    return known != null ? known : readers.computeIfAbsent(id, this::newReader);
  }

  private SpecificDatumReader<T> newReader(int id) {
    Schema writer = patience.keepTrying(() -> registry.schemaOf(id));
    return new SpecificDatumReader<>(writer, SpecificData.get().getSchema(type));
  }

  private T decode(byte[] bytes, SpecificDatumReader<T> reader) {
    try {
      BinaryDecoder decoder =
          DecoderFactory.get()
              .binaryDecoder(
                  bytes,
                  WireFormat.HEADER_BYTES,
                  bytes.length - WireFormat.HEADER_BYTES,
                  DECODERS.get());
      DECODERS.set(decoder);
      T value = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new SerializationException("bytes left over after a " + type.getSimpleName());
      }
      return value;
    } catch (IOException | RuntimeException e) {
      throw e instanceof SerializationException s
          ? s
          : new SerializationException(
              "unable to decode a " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }
}
