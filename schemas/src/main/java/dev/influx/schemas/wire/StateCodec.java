package dev.influx.schemas.wire;

import dev.influx.schemas.AuthorState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The stored form of an author's state: one byte that names the released version of its schema,
 * then the Avro body. No registry is needed to read state, and every released version stays
 * readable.
 */
public final class StateCodec {
  private static final int HEADER_BYTES = 1;

  private final List<SpecificDatumReader<AuthorState>> readers = new ArrayList<>();
  private final SpecificDatumWriter<AuthorState> writer =
      new SpecificDatumWriter<>(AuthorState.class);
  private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

  public StateCodec() {
    for (Schema released = released(1); released != null; released = released(readers.size() + 1)) {
      readers.add(new SpecificDatumReader<>(released, AuthorState.getClassSchema()));
    }
    if (readers.isEmpty()) {
      throw new IllegalStateException("no released schema of AuthorState is on the class path");
    }
  }

  public byte[] encode(AuthorState state) {
    try {
      return scratch.get().encode(readers.size(), state, writer);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "unable to encode the state of author " + state.getLast().getId(), e);
    }
  }

  public AuthorState decode(byte[] bytes) {
    if (bytes.length < HEADER_BYTES || bytes[0] < 1 || bytes[0] > readers.size()) {
      throw new SerializationException("state of a version that this release does not know");
    }
    try {
      return scratch.get().decode(bytes, readers.get(bytes[0] - 1));
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("unable to decode the state of an author", e);
    }
  }

  private static Schema released(int version) {
    String name = "/released/AuthorState/v" + version + ".avsc";
    try (InputStream in = StateCodec.class.getResourceAsStream(name)) {
      return in == null ? null : new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + name, e);
    }
  }

  private static final class Scratch {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    byte[] encode(int version, AuthorState state, SpecificDatumWriter<AuthorState> writer)
        throws IOException {
      bytes.reset();
      bytes.write(version);
      encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
      writer.write(state, encoder);
      encoder.flush();
      return bytes.toByteArray();
    }

    AuthorState decode(byte[] state, SpecificDatumReader<AuthorState> reader) throws IOException {
      decoder =
          DecoderFactory.get()
              .binaryDecoder(state, HEADER_BYTES, state.length - HEADER_BYTES, decoder);
      return reader.read(null, decoder);
    }
  }
}
