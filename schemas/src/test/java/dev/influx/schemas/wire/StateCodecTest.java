package dev.influx.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Sample;
import dev.influx.schemas.Samples;
import dev.influx.schemas.ToldLanguage;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class StateCodecTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");

  private final StateCodec codec = new StateCodec();

  @Test
  void whatWasStoredComesBackEqual() {
    AuthorState state = state();

    assertThat(codec.decode(codec.encode(state))).isEqualTo(state);
  }

  @Test
  void theSameStateHasTheSameBytes() {
    assertThat(codec.encode(state())).isEqualTo(codec.encode(state()));
  }

  @Test
  void stateOfALaterReleaseIsRefused() {
    byte[] bytes = codec.encode(state());
    bytes[0] = 99;

    assertThatThrownBy(() -> codec.decode(bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("version");
  }

  @Test
  void tornStateIsRefused() {
    byte[] bytes = codec.encode(state());
    byte[] torn = java.util.Arrays.copyOf(bytes, bytes.length / 2);

    assertThatThrownBy(() -> codec.decode(torn)).isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> codec.decode(new byte[0])).isInstanceOf(SerializationException.class);
  }

  @Test
  void aStateJudgedAnewHasTheBytesOfOneThatIsEncodedWhole() {
    AuthorState before = state();
    AuthorState after =
        AuthorState.newBuilder(before)
            .setAccepted(false)
            .setPolicy(new PolicyRef("another policy", Samples.digest(2)))
            .setLanguage(new ToldLanguage("ja", 7))
            .setClashes(List.of(new Clash("name:1", "13")))
            .build();

    assertThat(codec.encodeJudged(codec.encode(before), before, after))
        .isEqualTo(codec.encode(after));
    assertThat(codec.encodeJudged(codec.encode(after), after, before))
        .isEqualTo(codec.encode(before));
  }

  /** As of an earlier release, or of another author: then nothing of it may be kept. */
  @Test
  void bytesThatAreNotThoseOfTheStateBeforeAreNotKept() {
    AuthorState before = state();
    AuthorState after = AuthorState.newBuilder(before).setAccepted(false).build();
    byte[] earlier = codec.encode(before);
    earlier[0] = 1;

    assertThat(codec.encodeJudged(earlier, before, after)).isEqualTo(codec.encode(after));
    assertThat(codec.encodeJudged(codec.encode(after), before, after))
        .isEqualTo(codec.encode(after));
    assertThat(codec.encodeJudged(new byte[1], before, after)).isEqualTo(codec.encode(after));
  }

  private static AuthorState state() {
    return AuthorState.newBuilder()
        .setLast(Samples.observation("12", AT))
        .setLineage(new Lineage("raw", 3, 1L << 40))
        .setSamples(List.of(new Sample(AT, 5L, null)))
        .setAccepted(true)
        .setPolicy(new PolicyRef("m0", Samples.digest(1)))
        .build();
  }
}
