package dev.influx.validator.audit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  private static final int SEEDS = 2_000;
  private static final List<String> ODDITIES =
      List.of(
          "\"",
          ",",
          ";",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "'",
          "=",
          "@",
          "\uFF1D",
          "👩‍👩‍👧",
          "0",
          "9",
          "a");

  static Stream<String> hostile() {
    return Stream.of(
        "=HYPERLINK(\"http://evil.example\",\"click\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1",
        "\r\n=1",
        "'",
        "''quoted''",
        "\"",
        "\"\"\r\n\"",
        "a,b;c\td",
        "\uFEFFmark",
        "\u202Eright to left",
        "日本語 👩‍👩‍👧‍👦",
        "\u0000",
        "1234567890123456789",
        "007",
        "x".repeat(10_000),
        "\"".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatIsWrittenIsReadBack(String text) {
    assertIsReadBack(text, List.of("first", text, text, ""));
  }

  @Test
  void whateverIsWrittenIsReadBack() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      assertIsReadBack("seed " + seed, List.of("first", odd(random), odd(random), odd(random)));
    }
  }

  private static String odd(Random random) {
    return Stream.generate(() -> ODDITIES.get(random.nextInt(ODDITIES.size())))
        .limit(random.nextInt(20))
        .collect(Collectors.joining());
  }

  private static void assertIsReadBack(String what, List<String> cells) {
    String text = CsvText.row(cells.stream().map(Cell::guarded).toList());

    List<CsvText.Row> rows = CsvText.read("a,b,c,d\r\n" + text + text);

    assertThat(rows).as(what).hasSize(3).allMatch(row -> row.flaw().isEmpty());
    assertThat(rows.get(2).cells().stream().map(Cell::read))
        .as(what)
        .containsExactlyElementsOf(cells);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1", "+1", "-1", "@a", "\t1", "\r1", "\n1", "\uFF1D1", "1234567890123456"})
  void whatASpreadsheetWouldCalculateStandsBehindAnApostrophe(String text) {
    assertThat(Cell.guarded(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", "12", "a@b", "x-y"})
  void harmlessTextStaysAsItIs(String text) {
    assertThat(Cell.guarded(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\r\nc,d", "a;b\nc;d\n", "a\tb\rc\td\r", "\uFEFFa,b\n\n,\nc,d"})
  void whatSpreadsheetsMakeOfItIsReadToo(String text) {
    assertThat(CsvText.read(text))
        .extracting(CsvText.Row::cells)
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void linesAreCountedAlsoInsideQuotes() {
    assertThat(CsvText.read("a\r\n\"b\r\nb\rb\nb\"\r\nc\r\n\r\nd"))
        .extracting(CsvText.Row::line)
        .containsExactly(1, 2, 6, 8);
  }

  @Test
  void brokenQuotesAreToldAndTheNextRowIsRead() {
    assertThat(CsvText.read("a\n\"b\"b\nc\"c\nd\n\"e\nf"))
        .extracting(row -> row.flaw().orElse("-"))
        .containsExactly(
            "-",
            "there is text after a closing quote",
            "there is a quote inside a cell without quotes",
            "-",
            "the quote opened on line 5 is never closed");
  }
}
