package dev.influx.schemas.xuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2009-06-24T18:44:10.000Z",
        "2009-06-24T18:44:10Z",
        "2024-02-29T23:59:59.999Z",
        "2016-12-31T23:59:60.000Z",
        "2016-12-31T24:00:00.000Z",
        "0000-01-01T00:00:00.000Z",
        "2009-06-24T18:44:10.123456Z",
        "2009-06-24T18:44:10.000z"
      })
  void readsAnyTimeAsTheGeneralParserDoes(String text) {
    assertThat(Times.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T00:00:00.000Z",
        "2009-13-01T00:00:00.000Z",
        "2009-00-10T00:00:00.000Z",
        "2009-06-24T18:60:10.000Z",
        "2009-06-24 18:44:10.000Z",
        "2009-06-24T18:44:10.00\u0660Z",
        "yesterday",
        ""
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void agreesWithTheGeneralParserOnWhateverLooksLikeATime() {
    for (long seed = 0; seed < 20_000; seed++) {
      String text = nearlyATime(new Random(seed));
      assertThat(attempt(() -> Times.parse(text)))
          .as("seed %d: %s", seed, text)
          .isEqualTo(attempt(() -> Instant.parse(text)));
    }
  }

  private static String nearlyATime(Random random) {
    return String.format(
        "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
        random.nextInt(10_000),
        random.nextInt(14),
        random.nextInt(33),
        random.nextInt(26),
        random.nextInt(62),
        random.nextInt(62),
        random.nextInt(1_000));
  }

  private interface Parsing {
    Instant parse();
  }

  private static Optional<Instant> attempt(Parsing parsing) {
    try {
      return Optional.of(parsing.parse());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
