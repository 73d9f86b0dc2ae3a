package dev.influx.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Samples;
import dev.influx.schemas.ScorerStanding;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingCodecTest {
  private final StandingCodec codec = new StandingCodec();

  @Test
  void whatWasStoredComesBackEqual() {
    ScorerStanding standing =
        new ScorerStanding(
            new PolicyRef("m2@2", Samples.digest(1)),
            false,
            12L,
            40L,
            "scorer-1",
            null,
            Instant.parse("2026-03-01T12:00:00.123Z"));

    assertThat(codec.decode(codec.encode(standing))).contains(standing);
  }

  @Test
  void theBareHashOfEarlierReleasesSaysNothing() {
    assertThat(codec.decode(new byte[32])).isEmpty();
  }
}
