package dev.influx.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Encodes records of one type, byte for byte as Avro does. Threads may share it. */
public final class RecordEncoder<T extends SpecificRecord> {
  private static final byte[] NO_PREFIX = {};

  private final Step fields;
  private final ThreadLocal<Buffer> buffers = ThreadLocal.withInitial(Buffer::new);

  private RecordEncoder(Class<T> type, Set<String> without) {
    Schema schema = SpecificData.get().getSchema(type);
    this.fields = Step.of(schema, without);
  }

  public static <T extends SpecificRecord> RecordEncoder<T> of(Class<T> type) {
    return new RecordEncoder<>(type, Set.of());
  }

  /** All but some fields: nobody can read that, but it can be compared. */
  public static <T extends SpecificRecord> RecordEncoder<T> without(
      Class<T> type, Set<String> fields) {
    return new RecordEncoder<>(type, fields);
  }

  /** Throws whatever comes of a record that is not as its schema says. */
  public byte[] encode(T value) throws IOException {
    return encode(NO_PREFIX, value);
  }

  byte[] encode(byte[] prefix, T value) throws IOException {
    return buffers.get().encode(prefix, value, fields);
  }

  /** What one thread needs to encode without allocating more than the result. */
  private static final class Buffer {
    private static final int KEPT_BYTES = 1 << 20;

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private BinaryEncoder encoder;

    byte[] encode(byte[] prefix, Object value, Step fields) throws IOException {
      bytes.reset();
      bytes.writeBytes(prefix);
      encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
      write(value, fields, encoder);
      byte[] result = bytes.toByteArray();
      if (result.length > KEPT_BYTES) {
        bytes = new ByteArrayOutputStream(1024);
      }
      return result;
    }

    private static void write(Object value, Step fields, Encoder out) throws IOException {
      fields.write(value, out);
      out.flush();
    }
  }
}
