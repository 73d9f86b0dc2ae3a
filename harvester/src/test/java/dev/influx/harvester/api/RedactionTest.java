package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.runtime.Secret;
import org.junit.jupiter.api.Test;

final class RedactionTest {
  private final Redaction redaction = new Redaction(Secret.of("canary-token"));

  @Test
  void masksTheTokenWhereverItIsEchoed() {
    assertThat(redaction.clean("got Authorization: Bearer canary-token, and (canary-token)"))
        .doesNotContain("canary");
  }

  @Test
  void masksWhatLooksLikeAnotherToken() {
    assertThat(redaction.clean("Bearer abc.def and AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid"))
        .isEqualTo("*** and ***");
  }

  @Test
  void putsTextOnOneShortLine() {
    assertThat(redaction.clean("one\r\n\u0007two\u2028three")).isEqualTo("one two three");
    assertThat(redaction.clean("x".repeat(5_000))).hasSizeLessThan(300).endsWith("...");
  }

  @Test
  void leavesOrdinaryWordsAlone() {
    String text = "Could not find user with usernames: [NoSuchKiln].";

    assertThat(redaction.clean(text)).isEqualTo(text);
  }
}
