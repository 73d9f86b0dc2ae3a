package dev.influx.lists.seeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.influx.lists.DataFault;
import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedFilesTest {

  private static final String HEADER = "handle,domain,source_type,evidence,fetched_at\n";
  private static final String GOOD =
      "Some_One,edtech,profile,https://x.com/Some_One,2025-11-28T00:00:00Z\n";

  @TempDir private Path directory;

  @Test
  void readsASeed() {
    assertThat(accepted(read(HEADER + GOOD)))
        .containsExactly(
            new Seed(
                "Some_One",
                Domain.EDTECH,
                "profile",
                URI.create("https://x.com/Some_One"),
                Instant.parse("2025-11-28T00:00:00Z")))
        .allMatch(seed -> seed.key().equals("some_one"));
  }

  @Test
  void toleratesByteOrderMarkQuotesAndWindowsLines() throws IOException {
    String quoted = "\"b\",\"fintech\",list,\"https://a.example/x?y=1,2\",2025-11-28T01:02:03.5Z";
    Path file = file("a.csv", "\uFEFF" + (HEADER + GOOD + quoted).replace("\n", "\r\n"), UTF_8);

    assertThat(accepted(SeedFiles.read(file)))
        .extracting(Seed::handle)
        .containsExactly("Some_One", "b");
  }

  @Test
  void aListWithoutSeedsIsEmpty() {
    assertThat(accepted(read(HEADER))).isEmpty();
  }

  @Test
  void acceptsAFileAsEvidence() {
    assertThat(
            accepted(
                read(HEADER + "a,edtech,import,file:///tmp/a.jsonl#3," + "2025-11-28T00:00:00Z")))
        .extracting(Seed::evidence)
        .containsExactly(URI.create("file:///tmp/a.jsonl#3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@ab,edtech,profile,https://x.com/a,2025-11-28T00:00:00Z|leave out the @",
        ",edtech,profile,https://x.com/a,2025-11-28T00:00:00Z|handle",
        ",,,,|the handle \"\" is none",
        "a-b,edtech,profile,https://x.com/a,2025-11-28T00:00:00Z|the handle \"a-b\" is none",
        "abcdefghijklmnop,edtech,profile,https://x.com/a,2025-11-28T00:00:00Z|1 to 15 letters",
        "a ,edtech,profile,https://x.com/a,2025-11-28T00:00:00Z|the handle \"a \" is none",
        "ａ,edtech,profile,https://x.com/a,2025-11-28T00:00:00Z|the handle \"ａ\" is none",
        "a,edtehc,profile,https://x.com/a,2025-11-28T00:00:00Z|did you mean edtech?",
        "a,Edtech,profile,https://x.com/a,2025-11-28T00:00:00Z|did you mean edtech?",
        "a,,profile,https://x.com/a,2025-11-28T00:00:00Z|known are ai_research, vc_investing",
        "a,edtech,,https://x.com/a,2025-11-28T00:00:00Z|the source_type \"\" is none",
        "a,edtech,My List,https://x.com/a,2025-11-28T00:00:00Z|source_type",
        "a,edtech,profile,,2025-11-28T00:00:00Z|is no https: or file: URL",
        "a,edtech,profile,http://x.com/a,2025-11-28T00:00:00Z|is no https: or file: URL",
        "a,edtech,profile,x.com/a,2025-11-28T00:00:00Z|is no https: or file: URL",
        "a,edtech,profile,https:///a,2025-11-28T00:00:00Z|is no https: or file: URL",
        "a,edtech,profile,https://me:pw@x.com/a,2025-11-28T00:00:00Z|is no https: or file: URL",
        "a,edtech,profile,javascript:alert(1),2025-11-28T00:00:00Z|is no https: or file: URL",
        "a,edtech,profile,file:,2025-11-28T00:00:00Z|is no URL",
        "a,edtech,profile,https://x.com/a b,2025-11-28T00:00:00Z|is no URL",
        "a,edtech,profile,https://x.com/a,2025-11-28|is no instant",
        "a,edtech,profile,https://x.com/a,yesterday|write the moment in UTC",
        "a,edtech,profile,https://x.com/a,1970-01-01T00:00:00Z|is out of range",
        "a,edtech,profile,https://x.com/a,+1000000000-12-31T23:59:59Z|is out of range",
        "a,edtech,profile,https://x.com/a|4 column(s) instead of 5",
        "a,edtech,profile,https://x.com/a,2025-11-28T00:00:00Z,1000|6 column(s) instead of 5",
        "a,edtech,profile,\"https://x.com/a\"x,2025-11-28T00:00:00Z|text after a closing quote"
      })
  void refusesARowAndSaysWhereAndWhatToDo(String row, String message) {
    List<DataFault> faults = refused(read(HEADER + GOOD + row));

    assertThat(faults).isNotEmpty().allMatch(fault -> fault.where().equals("list:3"));
    assertThat(faults.toString()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``",
        "`\n\n`",
        "handle,domain",
        "Handle,domain,source_type,evidence,fetched_at",
        "handle,domain,source_type,evidence,fetched_at,followers",
        "domain,handle,source_type,evidence,fetched_at",
        "`\"handle,domain,source_type,evidence,fetched_at`"
      })
  void refusesAnyOtherHeader(String header) {
    assertThat(refused(read(header)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.where()).isEqualTo("list:1");
              assertThat(fault.remedy()).contains(HEADER.strip());
            });
  }

  @Test
  void reportsAllFaultsOfAllFilesAtOnce() throws IOException {
    file("b.csv", HEADER + "x y,edtec,p,nowhere,never\n\"open,a\n", UTF_8);
    file("a.csv", HEADER + GOOD + "two,columns\n", UTF_8);
    file("c.csv", HEADER + GOOD.toUpperCase(Locale.ROOT) + GOOD, UTF_8);
    file("ignored.txt", "no seeds", UTF_8);

    List<DataFault> faults = refused(SeedFiles.read(directory));

    assertThat(faults.stream().map(DataFault::where).map(this::inDirectory))
        .containsExactly(
            "a.csv:3", "b.csv:2", "b.csv:2", "b.csv:2", "b.csv:2", "b.csv:3", "c.csv:2", "c.csv:2",
            "c.csv:2", "c.csv:2", "c.csv:3");
    assertThat(faults.get(10).what())
        .isEqualTo("\"Some_One\" is already listed at " + directory.resolve("a.csv") + ":2");
  }

  @Test
  void lineNumbersCountLinesInsideQuotes() {
    assertThat(refused(read(HEADER + "a,\"ed\n\ntech\",profile,https://x.com/a,now\nb,c\n")))
        .extracting(DataFault::line)
        .containsExactly(2, 2, 5);
  }

  @Test
  void handlesAreTheSameWhateverTheirCase() {
    List<DataFault> faults = refused(read(HEADER + GOOD + GOOD.replace("Some_One,", "sOME_oNE,")));

    assertThat(faults)
        .containsExactly(
            new DataFault(
                "list", 3, "\"sOME_oNE\" is already listed at list:2", "keep one of the two"));
  }

  @Test
  void reportsBytesThatAreNotUtf8() throws IOException {
    Path file =
        file("latin1.csv", HEADER + GOOD + "a,edtech,profile,https://x.com/é,x", ISO_8859_1);

    assertThat(refused(SeedFiles.read(file)))
        .extracting(DataFault::line, DataFault::what)
        .containsExactly(tuple(3, "bytes that are not UTF-8"));
  }

  @Test
  void survivesHostileTexts() {
    String wide = "a" + ",".repeat(9_999) + "\n";
    String nul = "a\u0000b,edtech,profile,https://x.com/a,2025-11-28T00:00:00Z\n";
    String open = "\"" + "x,\n".repeat(100_000);

    assertThat(refused(read(HEADER + wide + nul + open)))
        .extracting(DataFault::where, DataFault::what)
        .startsWith(
            tuple("list:2", "10000 column(s) instead of 5"),
            tuple("list:3", "the control character U+0000"))
        .hasSize(3);
  }

  @Test
  void countsFaultsBeyondThoseItLists() {
    String rows = IntStream.range(0, 5_000).mapToObj(i -> "bad\n").collect(Collectors.joining());

    List<DataFault> faults = refused(read(HEADER + rows));

    assertThat(faults).hasSize(CsvTable.MOST_FAULTS + 1);
    assertThat(faults.get(CsvTable.MOST_FAULTS).what()).startsWith("4000 more faults");
  }

  @Test
  void reportsWhatCannotBeRead() throws IOException {
    Path missing = directory.resolve("missing.csv");
    Path empty = Files.createDirectory(directory.resolve("empty"));

    assertThat(refused(SeedFiles.read(missing)).get(0))
        .hasToString(
            missing
                + ": it cannot be read (java.nio.file.NoSuchFileException: "
                + missing
                + "); check the path and its permissions");
    assertThat(refused(SeedFiles.read(empty)).get(0))
        .hasToString(empty + ": it holds no *.csv file; name another directory");
    assertThat(refused(SeedFiles.read("list", new TestingBrokenReader())).get(0).toString())
        .startsWith("list: it cannot be read (java.io.IOException: torn)");
  }

  @Test
  void theExceptionListsAllFaults() {
    Reading<List<Seed>> reading = read(HEADER + "a\nb\n");

    assertThatThrownBy(() -> reading.orElseThrow(UnableToReadSeedsException::new))
        .isInstanceOfSatisfying(
            UnableToReadSeedsException.class, e -> assertThat(e.faults()).hasSize(2))
        .hasMessageContaining("2 fault(s)")
        .hasMessageContaining("list:2: ")
        .hasMessageContaining("list:3: ");
  }

  private static Reading<List<Seed>> read(String text) {
    return SeedFiles.read("list", new StringReader(text));
  }

  private static List<Seed> accepted(Reading<List<Seed>> reading) {
    return reading.orElseThrow(UnableToReadSeedsException::new);
  }

  private static List<DataFault> refused(Reading<List<Seed>> reading) {
    return reading.fold(
        seeds -> {
          throw new AssertionError("accepted " + seeds);
        },
        faults -> faults);
  }

  private Path file(String name, String text, Charset charset) throws IOException {
    return Files.writeString(directory.resolve(name), text, charset);
  }

  private String inDirectory(String where) {
    return where.substring(directory.toString().length() + 1);
  }

  /** A text that ends in an I/O failure. */
  private static final class TestingBrokenReader extends Reader {
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      throw new IOException("torn");
    }

    @Override
    public void close() {}
  }
}
