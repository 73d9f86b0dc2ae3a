package dev.influx.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.LedgerHole;
import dev.influx.schemas.ScorerLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerCodecTest {
  private final LedgerCodec codec = new LedgerCodec();

  @Test
  void whatWasStoredComesBackEqual() {
    ScorerLedger ledger =
        new ScorerLedger(
            3L,
            1_000_000L,
            5L,
            6L,
            7L,
            8L,
            9L,
            List.of(new LedgerHole(10L, 10L), new LedgerHole(20L, 29L)),
            4L);

    assertThat(codec.decode(codec.encode(ledger))).isEqualTo(ledger);
  }

  @Test
  void aPartitionWithoutHolesTakesFewBytes() {
    ScorerLedger ledger =
        new ScorerLedger(0L, 1_000_000L, 400_000L, 600_000L, 0L, 0L, 0L, List.of(), 0L);

    assertThat(codec.encode(ledger)).hasSizeLessThan(24);
  }
}
