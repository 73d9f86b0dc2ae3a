package dev.influx.validator.files;

import static dev.influx.validator.files.TestingList.line;
import static dev.influx.validator.files.TestingList.lines;
import static dev.influx.validator.files.TestingList.spoilt;
import static dev.influx.validator.files.TestingList.validate;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.validator.files.TestingList.Found;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileLinesTest {

  @Test
  void reportsWhatIsNoJsonAndGoesOn() {
    Found found =
        validate(
            line(1),
            "{",
            "{}{}",
            "nonsense",
            line(2).replace("900000", "NaN").replace("\"score\":", "\"score\":NaN,\"x\":"),
            "[".repeat(100_000),
            "{\"id\":\"1\",\"id\":\"2\",\"handle\":\"a\"}",
            "\"\\ud8\"");

    assertThat(found.places())
        .containsExactly(
            "2 not_json null",
            "3 not_json null",
            "4 not_json null",
            "5 not_json null",
            "6 not_json null",
            "7 not_json null",
            "8 not_json null");
    assertThat(found.faults.get(5).reason()).isEqualTo("Duplicate field 'id'");
  }

  @Test
  void reportsValuesWithoutAnAuthor() {
    Found found =
        validate("{}", "[]", "1", "null", "{\"status\":\"not_found\"}", "{\"errors\":[{}]}");

    assertThat(found.codes()).containsExactly("no_author", "empty_file");
    assertThat(found.summary.codes().get("no_author").violations()).isEqualTo(6);
  }

  @Test
  void reportsBytesThatAreNoUtf8() {
    byte[] latin1 = line(1).replace("Ann", "J\u00FCrgen").getBytes(ISO_8859_1);
    byte[] surrogate = {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'};
    for (byte[] bytes : List.of(latin1, surrogate, line(1).getBytes(UTF_16))) {
      assertThat(validate(bytes, Optional.empty()).codes()).contains("not_json");
    }
  }

  @Test
  void readsMarksAndCarriageReturnsAndHalvesOfSurrogatePairs() {
    String list = "\uFEFF" + line(1) + "\r\n\r\n" + line(2) + "\r\n";
    assertThat(validate(list.getBytes(UTF_8), Optional.empty()).faults).isEmpty();

    String half = spoilt(1, author -> author.put("name", "half \uD83D")).replace("?", "");
    byte[] escaped = half.replace("\uD83D", "\\ud83d").getBytes(UTF_8);
    assertThat(validate(escaped, Optional.empty()).faults).isEmpty();
  }

  @Test
  void readsALineOfTenMegabytes() {
    String bio = "a".repeat(10_000_000);
    assertThat(validate(spoilt(1, author -> author.put("description", bio)), line(2)).faults)
        .isEmpty();
  }

  @Test
  void survivesWhateverIsDoneToTheBytes() {
    byte[] clean = TestingList.bytes(lines(20));
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      byte[] bytes = clean.clone();
      for (int change = 0; change < 1 + random.nextInt(20); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Found found = validate(bytes, Optional.of(TestingList.manifest(lines(20))));
      assertThat(found.codes()).as("seed %d", seed).contains("manifest_sha256");
    }
  }

  @Test
  void survivesEveryPartOfALine() {
    byte[] whole = line(1).getBytes(UTF_8);
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (int length = 1; length < whole.length; length++) {
      parts.write(whole, 0, length);
      parts.write('\n');
    }
    Found found = validate(parts.toByteArray(), Optional.empty());

    assertThat(found.summary.codes().get("not_json").violations()).isEqualTo(whole.length - 1);
  }
}
