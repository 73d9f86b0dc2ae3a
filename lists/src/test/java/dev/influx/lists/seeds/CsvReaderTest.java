package dev.influx.lists.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CsvReaderTest {

  @Test
  void readsFieldsAndTheLineEachRecordStartsOn() throws IOException {
    assertThat(records("a,b\r\n\"c\nd\",\"e\"\"f\"\n\n\ng,\n"))
        .extracting(CsvRecord::line, CsvRecord::fields)
        .containsExactly(
            tuple(1, List.of("a", "b")),
            tuple(2, List.of("c\nd", "e\"f")),
            tuple(6, List.of("g", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`a`|1",
        "`a\n`|1",
        "`a\r\n`|1",
        "`\uFEFFa\n`|1",
        "`\n\na\nb`|2",
        "``|0",
        "`\n\n`|0",
        "`\uFEFF`|0"
      })
  void endsOfLinesAndOfTheTextAreNoRecords(String text, int count) throws IOException {
    assertThat(records(text)).hasSize(count).allMatch(record -> record.flaw().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void aFlawedRecordTellsItsLineAndTheNextIsRead(String text, int line, String what)
      throws IOException {
    List<CsvRecord> records = records(text);

    assertThat(records.get(0).flaw().orElseThrow())
        .returns(line, CsvRecord.Flaw::line)
        .returns(what, CsvRecord.Flaw::what);
    assertThat(records.get(records.size() - 1).fields()).containsExactly("next");
    assertThat(records).hasSize(2);
  }

  @Test
  void anOpenQuoteIsReportedWhereItWasOpened() throws IOException {
    List<CsvRecord> records = records("a\nb,\"c\nd\ne\n");

    assertThat(records).hasSize(2);
    assertThat(records.get(1).flaw())
        .contains(new CsvRecord.Flaw(2, "the quote opened here is never closed", "close it"));
  }

  @Test
  void aThousandColumnsAreCountedButNotKept() throws IOException {
    CsvRecord record = records(",".repeat(9_999)).get(0);

    assertThat(record.columns()).isEqualTo(10_000);
    assertThat(record.fields()).hasSize(CsvReader.MOST_COLUMNS);
  }

  @Test
  void anEndlessFieldIsNotKept() throws IOException {
    CsvRecord record = records("\"" + "x\n".repeat(100_000)).get(0);

    assertThat(record.fields().get(0)).hasSize(CsvReader.LONGEST_FIELD);
    assertThat(record.flaw().orElseThrow().what()).startsWith("a field longer than");
  }

  @Test
  void aRecordComesBeforeTheRestIsRead() throws IOException {
    TestingEndlessReader endless = new TestingEndlessReader("a,b\n");
    CsvReader reader = new CsvReader(endless);

    assertThat(reader.next().orElseThrow().fields()).containsExactly("a", "b");
    assertThat(endless.delivered()).isLessThan(100_000);
  }

  @Test
  void whatIsWrittenByTheRulesIsReadBack() throws IOException {
    for (long seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<List<String>> rows = randomRows(random);
      StringBuilder text = new StringBuilder();
      rows.forEach(row -> write(row, random, text));

      assertThat(records(text.toString()))
          .as("seed %d, text %s", seed, text)
          .allMatch(record -> record.flaw().isEmpty())
          .extracting(CsvRecord::fields)
          .containsExactlyElementsOf(rows);
    }
  }

  @Test
  void anyTextIsReadToItsEnd() throws IOException {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = randomText(random, ",\"\n\ra\u0000\uFEFF\uD83D");
      long lines = text.replace("\r\n", "\n").chars().filter(c -> c == '\n').count() + 1;

      assertThat(records(text))
          .as("seed %d", seed)
          .allSatisfy(record -> assertThat((long) record.line()).isBetween(1L, lines))
          .isSortedAccordingTo(Comparator.comparingInt(CsvRecord::line));
    }
  }

  private static Stream<Arguments> flaws() {
    return Stream.of(
        Arguments.of("a\"b,c\nnext", 1, "a quote inside a field without quotes"),
        Arguments.of("\"a\nb\"c,d\nnext", 2, "text after a closing quote"),
        Arguments.of("a,b\u0000c\nnext", 1, "the control character U+0000"),
        Arguments.of("a,\"b\n\tc\"\nnext", 2, "the control character U+0009"),
        Arguments.of("a\rb\nnext", 1, "the control character U+000D"),
        Arguments.of("a\uFFFDb\nnext", 1, "bytes that are not UTF-8"));
  }

  private static List<CsvRecord> records(String text) throws IOException {
    CsvReader reader = new CsvReader(new StringReader(text));
    List<CsvRecord> records = new ArrayList<>();
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      records.add(next.get());
    }
    return records;
  }

  private static List<List<String>> randomRows(SplittableRandom random) {
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(row -> randomRow(random))
        .filter(row -> !row.equals(List.of("")))
        .toList();
  }

  private static List<String> randomRow(SplittableRandom random) {
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(column -> randomText(random, "ab,\"\n ü"))
        .toList();
  }

  private static String randomText(SplittableRandom random, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static void write(List<String> row, SplittableRandom random, StringBuilder text) {
    for (String field : row) {
      boolean mustQuote = field.chars().anyMatch(c -> ",\"\n".indexOf(c) >= 0);
      boolean quoted = mustQuote || random.nextBoolean();
      text.append(quoted ? "\"" + field.replace("\"", "\"\"") + "\"" : field).append(',');
    }
    text.setLength(text.length() - 1);
    text.append(random.nextBoolean() ? "\n" : "\r\n");
  }

  /** A text that repeats one line for ever and counts what was taken of it. */
  private static final class TestingEndlessReader extends Reader {
    private final String line;
    private long delivered;

    TestingEndlessReader(String line) {
      this.line = line;
    }

    long delivered() {
      return delivered;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      for (int i = 0; i < length; i++) {
        buffer[offset + i] = line.charAt((int) (delivered++ % line.length()));
      }
      return length;
    }

    @Override
    public void close() {}
  }
}
