package dev.influx.harvester.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultLineTest {
  private static final String GOOD =
      "{\"id\":\"906972198136147968\",\"action\":\"delete\",\"created_at\":\"2017-09-10T20:06:52.526Z\","
          + "\"redacted_at\":\"2019-02-14T07:30:31.402Z\",\"reason\":\"deleted\"}";

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonIsRead(Reason reason) {
    assertThat(ResultLine.parse(7, GOOD.replace("deleted", reason.word())))
        .isEqualTo(new ResultLine.Listed("906972198136147968", reason, 7));
  }

  @Test
  void whatXMayAddIsLetPassAndWhatItMayOmitIsNotMissed() {
    assertThat(ResultLine.parse(1, GOOD.replace("{", "{\"new\":[1],")))
        .isInstanceOf(ResultLine.Listed.class);
    assertThat(
            ResultLine.parse(1, GOOD.replace("\"redacted_at\":\"2019-02-14T07:30:31.402Z\",", "")))
        .isInstanceOf(ResultLine.Listed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"906972198136147968\" | 906972198136147968 | id is no text",
        "906972198136147968 | 12345678901234567890 | id is no user id: 12345678901234567890",
        "\"id\" | \"user\" | id is missing",
        "\"delete\" | \"undelete\" | action is not known: undelete",
        "\"deleted\" | \"withheld\" | reason is not known: withheld",
        "\"deleted\" | null | reason is no text",
        "2017-09-10T | 2017-19-10T | created_at is no time: 2017-19-10T20:06:52.526Z",
        "2019-02-14T | 2019-22-14T | redacted_at is no time: 2019-22-14T07:30:31.402Z",
        "\"action\" | \"id\":\"1\",\"action\" | is no JSON object: Duplicate field 'id'",
      })
  void whatIsWrongIsNamed(String what, String instead, String why) {
    assertThat(ResultLine.parse(3, GOOD.replace(what, instead)))
        .isEqualTo(new ResultLine.Bad(3, why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {"[]", "7", "null", "{}", "{", "nonsense", "{} {}"})
  void whatIsNoSuchObjectIsBad(String text) {
    assertThat(ResultLine.parse(3, text)).isInstanceOf(ResultLine.Bad.class);
  }

  @Test
  void whateverIsBrokenInALineIsBadAndNeverThrown() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(GOOD);
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x250));
      text.setLength(random.nextInt(4) == 0 ? random.nextInt(text.length()) : text.length());

      String described =
          ResultLine.parse(1, text.toString()).fold(ResultLine.Listed::id, ResultLine.Bad::why);

      assertThat(described).as("seed %d: %s", seed, text).isNotEmpty();
    }
  }
}
