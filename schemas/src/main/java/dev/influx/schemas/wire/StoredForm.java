package dev.influx.schemas.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The stored form of records of one type: one byte that names the released version of the schema,
 * then the Avro body.
 */
final class StoredForm<T extends SpecificRecord> {
  private static final int HEADER_BYTES = 1;

  private final String type;
  private final List<SpecificDatumReader<T>> readers = new ArrayList<>();
  private final RecordEncoder<T> writer;
  private final byte[] version;
  private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

  StoredForm(Class<T> type) {
    this.type = type.getSimpleName();
    this.writer = RecordEncoder.of(type);
    Schema present = SpecificData.get().getSchema(type);
    for (Schema released = released(1); released != null; released = released(readers.size() + 1)) {
      readers.add(new SpecificDatumReader<>(released, present));
    }
    if (readers.isEmpty()) {
      throw new IllegalStateException("no released schema of " + this.type + " on the class path");
    }
    this.version = new byte[] {(byte) readers.size()};
  }

  /** Throws whatever Avro throws: only the caller knows whose record it is. */
  byte[] encode(T value) throws IOException {
    return writer.encode(version, value);
  }

  /** Whether these bytes were written by this release, or by another with the same schema. */
  boolean isPresentVersion(byte[] stored) {
    return stored.length >= HEADER_BYTES && stored[0] == version[0];
  }

  T decode(byte[] bytes) {
    if (bytes.length < HEADER_BYTES || bytes[0] < 1 || bytes[0] > readers.size()) {
      throw new SerializationException(type + " of a version that this release does not know");
    }
    try {
      return scratch.get().decode(bytes, readers.get(bytes[0] - 1));
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("unable to decode a stored " + type, e);
    }
  }

  private Schema released(int version) {
    String name = "/released/" + type + "/v" + version + ".avsc";
    try (InputStream in = StoredForm.class.getResourceAsStream(name)) {
      return in == null ? null : new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + name, e);
    }
  }

  private static final class Scratch {
    private BinaryDecoder decoder;

    <V> V decode(byte[] stored, SpecificDatumReader<V> reader) throws IOException {
      decoder =
          DecoderFactory.get()
              .binaryDecoder(stored, HEADER_BYTES, stored.length - HEADER_BYTES, decoder);
      return reader.read(null, decoder);
    }
  }
}
