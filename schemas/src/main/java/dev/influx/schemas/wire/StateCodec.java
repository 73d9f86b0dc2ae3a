package dev.influx.schemas.wire;

import dev.influx.schemas.AuthorState;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The stored form of an author's state: one byte that names the released version of its schema,
 * then the Avro body. No registry is needed to read state, and every released version stays
 * readable.
 */
public final class StateCodec {
  private final StoredForm<AuthorState> form = new StoredForm<>(AuthorState.class);

  public byte[] encode(AuthorState state) {
    try {
      return form.encode(state);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "unable to encode the state of author " + state.getLast().getId(), e);
    }
  }

  public AuthorState decode(byte[] bytes) {
    return form.decode(bytes);
  }
}
