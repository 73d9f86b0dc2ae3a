package dev.influx.schemas.wire;

import dev.influx.schemas.ScorerLedger;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;

/** The stored form of what became of a partition, for which no registry is needed. */
public final class LedgerCodec {
  private final StoredForm<ScorerLedger> form = new StoredForm<>(ScorerLedger.class);

  public byte[] encode(ScorerLedger ledger) {
    try {
      return form.encode(ledger);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("unable to encode the ledger of a partition", e);
    }
  }

  public ScorerLedger decode(byte[] bytes) {
    return form.decode(bytes);
  }
}
