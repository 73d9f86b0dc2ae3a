package dev.influx.validator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"[A-Za-z0-9_]{1,15}", "[0-9]{1,19}", "[a-c_]{0,3}", "[ab]+", "(a|b){2}", "a{2,3}"})
  void theQuickWaySaysWhatThePatternSays(String pattern) {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      assertThat(TextForm.of(pattern).test(text))
          .as("%s on %s", pattern, text)
          .isEqualTo(Pattern.matches(pattern, text));
    }
  }

  @Test
  void aBombOfAPatternTakesTimeLinearInTheText() {
    assertThat(TextForm.of("(a+)+b").test("a".repeat(10_000))).isFalse();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(21);
    for (int i = 0; i < length; i++) {
      text.append("aabbc_Z09 -é１".charAt(random.nextInt(13)));
    }
    return text.toString();
  }
}
