package dev.influx.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

  @Test
  void doesNotPrintItself() {
    AccessToken token = AccessToken.of("secret");

    assertThat(token).hasToString("***");
    assertThat(SimulatorSettings.defaults().withToken(token).toString())
        .contains("token=***", "secret=***")
        .doesNotContain("=secret");
  }

  @Test
  void isEqualByValue() {
    assertThat(AccessToken.of("a"))
        .isEqualTo(AccessToken.of("a"))
        .hasSameHashCodeAs(AccessToken.of("a"));
    assertThat(AccessToken.of("a")).isNotEqualTo(AccessToken.of("b"));
  }

  @Test
  void randomOnesDiffer() {
    assertThat(AccessToken.random()).isNotEqualTo(AccessToken.random());
    assertThat(AccessToken.random().value()).startsWith("AAAA").matches("[A-Za-z0-9%]{40,}");
  }

  @Test
  void aFingerprintIsTheBeginningOfItsHash() {
    assertThat(AccessToken.of("abc").fingerprint()).isEqualTo("ba7816bf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "é"})
  void refusesWhatAHeaderCannotCarry(String value) {
    assertThatThrownBy(() -> AccessToken.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualTo("a token is printable ASCII without blanks");
  }
}
