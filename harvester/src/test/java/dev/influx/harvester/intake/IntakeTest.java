package dev.influx.harvester.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.influx.harvester.api.Lookup.By;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  private final IntakeResult.Collected collected = new IntakeResult.Collected();
  private final Intake intake = new Intake(collected);

  @ParameterizedTest
  @CsvSource({
    "Harbor_Signal,Harbor_Signal",
    "@Harbor_Signal,Harbor_Signal",
    "＠Harbor_Signal,Harbor_Signal",
    "ｈａｒｂｏｒ,harbor",
    "@1234,1234",
    "https://x.com/Harbor_Signal/status/123,Harbor_Signal",
    "HTTPS://X.COM/Harbor_Signal,Harbor_Signal",
    "http://www.twitter.com/Harbor_Signal/,Harbor_Signal",
    "twitter.com/Harbor_Signal?s=20,Harbor_Signal",
    "mobile.twitter.com/Harbor_Signal#top,Harbor_Signal",
    "https://m.x.com/@Harbor_Signal,Harbor_Signal",
    "https://x.com/%40Harbor_Signal,Harbor_Signal",
    "home,home",
    "@search,search",
  })
  void takesAHandleInEverySpelling(String entry, String handle) throws IOException {
    IntakeResult result = read(entry);
    assertThat(result.requested())
        .extracting(Requested::by, Requested::spelling, Requested::key)
        .containsExactly(tuple(By.HANDLE, handle, handle.toLowerCase(Locale.ROOT)));
    assertThat(result.rejects()).isEmpty();
  }

  @Test
  void takesDigitsForAnId() throws IOException {
    assertThat(read("1502203340000000017").requested())
        .extracting(Requested::by, Requested::key)
        .containsExactly(tuple(By.ID, "1502203340000000017"));
  }

  @Test
  void foldsHandlesAsXDoesWhateverTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(read("IRIDIUM").requested().get(0).key()).isEqualTo("iridium");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "grey-pelican,NOT_A_HANDLE",
    "sixteen_letters_,NOT_A_HANDLE",
    "@,NOT_A_HANDLE",
    "two words,NOT_A_HANDLE",
    "name.surname,NOT_A_HANDLE",
    "https://x.com/grey-pelican,NOT_A_HANDLE",
    "12345678901234567890,NOT_AN_ID",
    "007,NOT_AN_ID",
    "0,NOT_AN_ID",
    "https://x.com/home,NOT_A_PROFILE",
    "https://x.com/I/lists/9,NOT_A_PROFILE",
    "x.com/search?q=a,NOT_A_PROFILE",
    "x.com/explore,NOT_A_PROFILE",
    "x.com/settings/account,NOT_A_PROFILE",
    "x.com/hashtag/tides,NOT_A_PROFILE",
    "x.com/intent/user?screen_name=a,NOT_A_PROFILE",
    "x.com/share,NOT_A_PROFILE",
    "https://x.com,NOT_A_PROFILE",
    "https://example.org/Harbor_Signal,OTHER_SITE",
    "https://notx.com/Harbor_Signal,OTHER_SITE",
    "'a,b',NO_HEADER",
    "'{\"name\":\"a\"}',NOBODY_NAMED",
    "'{\"username\":null}',NOBODY_NAMED",
    "'{\"username\":\"a-b\",\"id\":5}',NOT_A_HANDLE",
    "'{\"id\":1.5e18}',NOT_AN_ID",
    "'{\"username\":\"a\"',BROKEN_JSON",
    "'{\"username\":\"a\"} x',BROKEN_JSON",
  })
  void rejectsWhatNamesNobodyWithItsLineAndReason(String entry, Reason reason) throws IOException {
    IntakeResult result = read("good_one\n\n" + entry + "\n");
    assertThat(result.requested()).extracting(Requested::key).containsExactly("good_one");
    assertThat(result.rejects())
        .extracting(Reject::source, Reject::line, Reject::reason)
        .containsExactly(tuple("list", 3L, reason));
    assertThat(result.counts()).isEqualTo(new IntakeCounts(1, 0, 1));
  }

  @Test
  void passesOverCommentsBlankLinesAndMarks() throws IOException {
    String text = "\uFEFF# whom we like\r\n\r\n  \t\r\nalpha\r\n  beta # since May\r\n#gamma\r\n";
    IntakeResult result = read(text);
    assertThat(result.requested())
        .extracting(Requested::key, Requested::line)
        .containsExactly(tuple("alpha", 4L), tuple("beta", 5L));
    assertThat(result.counts().entries()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "domain,Handle,why\nvc,@Alpha,\"a, b\"\nai,beta,\n",
        "\"username\"\n@Alpha\nhttps://x.com/beta\n",
        "# a table\n\nscreen_name,followers\nAlpha,5\n\n# no more\n,\nbeta,6\n",
        "{\"username\":\"Alpha\"}\n{\"handle\":\"@beta\",\"n\":{\"id\":7}}\n",
      })
  void takesHandlesFromTablesAndObjects(String text) throws IOException {
    assertThat(read(text).requested()).extracting(Requested::key).containsExactly("alpha", "beta");
  }

  @Test
  void prefersIdsAndRemembersTheirHandles() throws IOException {
    IntakeResult result =
        read("id,handle\n17,Alpha\n18,\n,beta\n,99\n1.5E+18,gamma\n17,delta\n,ALPHA\n");
    assertThat(result.requested())
        .extracting(Requested::by, Requested::spelling, Requested::line)
        .containsExactly(
            tuple(By.ID, "17", 2L),
            tuple(By.ID, "18", 3L),
            tuple(By.HANDLE, "beta", 4L),
            tuple(By.HANDLE, "99", 5L));
    assertThat(result.requested().get(0).handle()).contains("Alpha");
    assertThat(result.rejects())
        .extracting(Reject::line, Reject::reason, Reject::text)
        .containsExactly(tuple(6L, Reason.NOT_AN_ID, "1.5E+18"));
    assertThat(result.counts()).isEqualTo(new IntakeCounts(4, 2, 1));
  }

  @Test
  void goesOnAfterABrokenRow() throws IOException {
    IntakeResult result = read("# x\nhandle,bio\nalpha,\"a\nb\" c\nbeta,\"two\nlines\"\ngamma,d\n");
    assertThat(result.requested())
        .extracting(Requested::key, Requested::line)
        .containsExactly(tuple("beta", 5L), tuple("gamma", 7L));
    assertThat(result.rejects())
        .extracting(Reject::line, Reject::reason)
        .containsExactly(tuple(4L, Reason.BROKEN_TABLE));
  }

  @Test
  void asksForEachOnceAcrossLists(@TempDir Path directory) throws IOException {
    Path one = Files.writeString(directory.resolve("one.txt"), "Alpha\nBETA\n5\n@5\n");
    Path other = Files.writeString(directory.resolve("other.jsonl"), "{\"username\":\"alphA\"}\n");
    IntakeResult result = Intake.read(List.of(one, other));
    assertThat(result.requested())
        .extracting(Requested::by, Requested::spelling)
        .containsExactly(
            tuple(By.HANDLE, "Alpha"),
            tuple(By.HANDLE, "BETA"),
            tuple(By.ID, "5"),
            tuple(By.HANDLE, "5"));
    assertThat(result.counts()).isEqualTo(new IntakeCounts(4, 1, 0));
  }

  @Test
  void keepsLittleOfALineThatIsTooLong() throws IOException {
    IntakeResult result = read("x".repeat(Lines.LONGEST + 1) + "\nalpha\n");
    assertThat(result.requested()).extracting(Requested::line).containsExactly(2L);
    assertThat(result.rejects()).extracting(Reject::reason).containsExactly(Reason.TOO_LONG);
    assertThat(result.rejects().get(0).text()).hasSize(200);
  }

  @Test
  void saysWhereAndWhyInOneLine() throws IOException {
    assertThat(read("a\u202eb c\n").rejects().get(0))
        .hasToString(
            "list:1: \"a\\u202eb c\": a handle has 1 to 15 letters, digits or underscores");
  }

  @Test
  void countsAMillionLinesAndKeepsTheFirstRejects() throws IOException {
    long[] taken = new long[2];
    Intake counting =
        new Intake(
            new Intake.Taker() {
              @Override
              public void requested(Requested author) {
                taken[0]++;
              }

              @Override
              public void rejected(Reject reject) {
                taken[1]++;
              }
            });
    counting.read("list", pieces(100_000));
    assertThat(counting.counts()).isEqualTo(new IntakeCounts(500_000, 400_000, 100_000));
    assertThat(taken).containsExactly(500_000, 100_000);
  }

  @Test
  void neverFailsAndAddsUpWhateverIsRead() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      String text = hostile(random);
      IntakeResult result = fresh(text.getBytes(UTF_8));
      assertThat(result.counts().accepted())
          .as("seed %d", seed)
          .isEqualTo(result.requested().size());
      assertThat(result.requested())
          .as("seed %d", seed)
          .allMatch(author -> author.by().accepts(author.key()));
      List<String> keys =
          result.requested().stream().map(author -> author.by() + author.key()).toList();
      assertThat(new TreeSet<>(keys)).as("seed %d", seed).hasSameSizeAs(keys);
    }
  }

  private static String hostile(Random random) {
    List<String> pieces =
        List.of(
            "a",
            "B",
            "_",
            "1",
            "0",
            "@",
            "＠",
            "/",
            "x.com/",
            "https://",
            ",",
            "\"",
            "\n",
            "\r\n",
            "#",
            " ",
            "{",
            "}",
            "\"id\":",
            "\"username\":",
            "handle",
            "id",
            "\uFEFF",
            "\0",
            "\uD800",
            "é",
            "%40",
            "?");
    List<String> text = new ArrayList<>();
    for (int left = random.nextInt(200); left > 0; left--) {
      text.add(pieces.get(random.nextInt(pieces.size())));
    }
    return String.join("", text);
  }

  private static IntakeResult fresh(byte[] bytes) throws IOException {
    IntakeResult.Collected collected = new IntakeResult.Collected();
    Intake intake = new Intake(collected);
    intake.read("list", new ByteArrayInputStream(bytes));
    return collected.result(intake.counts());
  }

  private IntakeResult read(String text) throws IOException {
    intake.read("list", new ByteArrayInputStream(text.getBytes(UTF_8)));
    return collected.result(intake.counts());
  }

  /** Of the ten lines of each piece, five are new, four repeat one of these, and one is none. */
  private static InputStream pieces(int pieces) {
    return new SequenceInputStream(
        Collections.enumeration(
            new AbstractList<InputStream>() {
              @Override
              public InputStream get(int piece) {
                return new ByteArrayInputStream(piece(piece).getBytes(UTF_8));
              }

              @Override
              public int size() {
                return pieces;
              }
            }));
  }

  private static String piece(int piece) {
    StringBuilder lines = new StringBuilder("not one\n");
    for (int line = 0; line < 9; line++) {
      lines.append(line < 5 ? "Author" : "@AUTHOR").append(piece).append('_').append(line % 5);
      lines.append('\n');
    }
    return lines.toString();
  }
}
