package dev.influx.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization: Bearer abc      | Authorization: Bearer ***",
        "Bearer  abc, Bearer def        | Bearer *** Bearer ***",
        "authorization=bearer 0123456789abcdefghij%3D. | authorization=Bearer ***",
        "AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid%2BULvsea4JtiGRiSDSJSI rest | *** rest",
        "token=AAAAAAAAAAAAAAAAAAAAAMLheAAA&x=1 | token=***&x=1",
      })
  void takesOutWhatLooksLikeAToken(String text, String shown) {
    assertThat(Redaction.of(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the bearer token is missing", "AAAA", "AAAA-short", "profile 12 scored"})
  void leavesOtherTextAlone(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }
}
