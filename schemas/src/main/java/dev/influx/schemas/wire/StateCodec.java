package dev.influx.schemas.wire;

import dev.influx.schemas.AuthorState;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The stored form of an author's state: one byte that names the released version of its schema,
 * then the Avro body. No registry is needed to read state, and every released version stays
 * readable.
 */
public final class StateCodec {
  /** They come first in a state, and are most of it. */
  private static final Set<String> OBSERVED = Set.of("last", "lineage", "samples");

  private final StoredForm<AuthorState> form = new StoredForm<>(AuthorState.class);
  private final RecordEncoder<AuthorState> judged =
      RecordEncoder.without(AuthorState.class, OBSERVED);

  public byte[] encode(AuthorState state) {
    try {
      return form.encode(state);
    } catch (IOException | RuntimeException e) {
      throw unable(state, e);
    }
  }

  /**
   * A state that differs from another in how the author was judged only: what was observed is not
   * encoded again. The same bytes as if it were.
   *
   * @param stored the stored form of {@code before}
   */
  public byte[] encodeJudged(byte[] stored, AuthorState before, AuthorState after) {
    try {
      byte[] old = judged.encode(before);
      int observed = stored.length - old.length;
      if (!form.isPresentVersion(stored)
          || observed < 0
          || !Arrays.equals(stored, observed, stored.length, old, 0, old.length)) {
        return form.encode(after);
      }
      return judged.encode(Arrays.copyOf(stored, observed), after);
    } catch (IOException | RuntimeException e) {
      throw unable(after, e);
    }
  }

  public AuthorState decode(byte[] bytes) {
    return form.decode(bytes);
  }

  private static SerializationException unable(AuthorState state, Exception cause) {
    return new SerializationException(
        "unable to encode the state of author " + state.getLast().getId(), cause);
  }
}
