package dev.influx.schemas.wire;

import dev.influx.schemas.ScorerStanding;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;

/** The stored form of what a scorer says of a partition, for which no registry is needed. */
public final class StandingCodec {
  /** Releases before there was more to say noted the hash of the policy that judged last. */
  private static final int BARE_HASH_BYTES = 32;

  private final StoredForm<ScorerStanding> form = new StoredForm<>(ScorerStanding.class);

  public byte[] encode(ScorerStanding standing) {
    try {
      return form.encode(standing);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("unable to encode the standing of a partition", e);
    }
  }

  /** Empty for what earlier releases noted: it does not say who was judged by that policy. */
  public Optional<ScorerStanding> decode(byte[] bytes) {
    return bytes.length == BARE_HASH_BYTES ? Optional.empty() : Optional.of(form.decode(bytes));
  }
}
