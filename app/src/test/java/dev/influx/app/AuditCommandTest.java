package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");
  private static final String AS_OF = "2025-11-28T00:00:00Z";
  private static final String USER =
      "{\"id\":\"%d\",\"username\":\"%s\",\"name\":\"%s\",\"verified_type\":\"%s\","
          + "\"public_metrics\":{\"followers_count\":%d}}\n";

  @TempDir private Path directory;
  private TestingShell shell;

  @BeforeEach
  void writeUsers() throws IOException {
    String users =
        user(1_001, "firma", "Firma", "business", 61_237)
            + user(1_002, "grace_m", "Grace Murray", "blue", 61_237)
            + user(1_003, "zweite", "Zweite", "business", 73_001)
            + user(1_004, "ada_k", "Ada King", "blue", 52_003)
            + user(1_005, "alan_t", "Alan Mathison", "none", 70_009)
            + user(1_006, "few", "Few Readers", "none", 12);
    shell = new TestingShell(directory).file("users.jsonl", users);
  }

  private static String user(long id, String handle, String name, String badge, long followers) {
    return USER.formatted(id, handle, name, badge, followers);
  }

  @ParameterizedTest
  @CsvSource({"table, sample.txt", "json, sample.json", "csv, sample.csv"})
  void drawsAuthorsWithWhatWasFound(String format, String golden) throws IOException {
    assertThat(run("users.jsonl", "--as-of", AS_OF, "--sample", "4", "--format", format))
        .isEqualTo(ExitCode.OK);

    Golden.check("audit/" + golden, stable(shell.out()));
    assertThat(shell.errLines()).hasSize(format.equals("table") ? 0 : 4);
  }

  @ParameterizedTest
  @CsvSource({"table, rates.txt", "json, rates.json"})
  void sheetsThatComeBackGiveRates(String format, String golden) throws IOException {
    run("users.jsonl", "--out", "review.csv", "--sample", "4");
    assertThat(shell.out()).isEmpty();
    label("review.csv", "right", "wrong", "right", "unsure");

    assertThat(run("--reviewed", "review.csv", "--format", format)).isEqualTo(ExitCode.OK);

    Golden.check("audit/" + golden, stable(shell.out()));
  }

  @ParameterizedTest
  @CsvSource({"table, labels.txt", "json, labels.json"})
  void labelsOfTheirOwnGiveRatesToo(String format, String golden) throws IOException {
    shell.file(
        "labels.jsonl",
        label(1_001, "organization")
            + label(1_002, "individual")
            + label(1_003, "individual")
            + label(1_004, "ambiguous")
            + label(1_006, "organization")
            + label(77, "individual"));

    assertThat(run("users.jsonl", "--labels", "labels.jsonl", "--format", format))
        .isEqualTo(ExitCode.OK);

    Golden.check("audit/" + golden, stable(shell.out()));
  }

  private static String label(long id, String label) {
    return "{\"id\": \"%d\", \"username\": \"a\", \"label\": \"%s\"}\n".formatted(id, label);
  }

  /** What the gates are worth on accounts that people have looked at. */
  @Test
  void realOrganisationsAreCaughtAndIndividualsAreNot() throws IOException {
    TestingShell dev = new TestingShell(DEV);

    assertThat(dev.run("audit", "users.jsonl", "--labels", "labels.jsonl", "--format", "json"))
        .isEqualTo(ExitCode.OK);

    JsonNode rates = JSON.readTree(dev.out()).get("rates");
    assertThat(rates.at("/false_negative/of").intValue()).isEqualTo(39);
    assertThat(rates.at("/false_negative/count").intValue()).isZero();
    assertThat(rates.at("/false_positive/of").intValue()).isEqualTo(142);
    assertThat(rates.at("/false_positive/count").intValue()).isZero();
  }

  @Test
  void theSheetIsTheSameInWhateverOrderTheUsersCome() throws IOException {
    List<String> users = new ArrayList<>(Files.readAllLines(DEV.resolve("users.jsonl")));
    shell.file("one", String.join("\n", users));
    Collections.shuffle(users, new Random(1));
    shell.file("two", String.join("\n", users.subList(0, 100)));
    shell.file("three", String.join("\n", users.subList(100, users.size())));

    run("one", "--as-of", AS_OF, "--sample", "30", "--out", "one.csv");
    run("two", "three", "--as-of", AS_OF, "--sample", "30", "--out", "two.csv");
    run("one", "--as-of", AS_OF, "--sample", "30", "--seed", "2", "--out", "other.csv");

    String sheet = Files.readString(directory.resolve("one.csv"));
    assertThat(sheet).contains(",flagged,organization,", ",clean,,");
    assertThat(Files.readString(directory.resolve("two.csv"))).isEqualTo(sheet);
    assertThat(Files.readString(directory.resolve("other.csv"))).isNotEqualTo(sheet);
  }

  @Test
  void theWorkOfAReviewerIsNotOverwritten() throws IOException {
    shell.file("review.csv", "labels");

    assertThat(run("users.jsonl", "--out", "review.csv")).isEqualTo(ExitCode.NEEDS_CONFIRMATION);
    assertThat(directory.resolve("review.csv")).hasContent("labels");
    assertThat(shell.errLines())
        .contains("what to do: name another one, or add --force to overwrite it");

    assertThat(run("users.jsonl", "--out", "review.csv", "--force")).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(directory.resolve("review.csv"))).startsWith("id,handle,");
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("review.csv", "users.jsonl");
  }

  @Test
  void allFaultsOfSheetsAreToldAtOnce() throws IOException {
    run("users.jsonl", "--out", "review.csv", "--sample", "4");
    label("review.csv", "rigth", "right", "maybe");

    assertThat(run("--reviewed", "review.csv", "nowhere.csv")).isEqualTo(ExitCode.FAILURE);
    assertThat(run("--reviewed", "review.csv")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .contains(
            "why: there is no such file",
            "error: the sheet cannot be used",
            "why: review.csv:2: \"rigth\" is no label; did you mean right?",
            "     review.csv:4: \"maybe\" is no label; known are right, wrong, unsure");
    assertThat(run("--reviewed", "review.csv", "--policy", "m0")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines()).anyMatch(line -> line.contains("it is of another policy: any"));
  }

  @Test
  void faultsOfLabelsAreTold() throws IOException {
    shell.file("labels.jsonl", label(1, "person"));

    assertThat(run("users.jsonl", "--labels", "labels.jsonl")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .contains(
            "why: labels.jsonl:1: \"person\" is no label; "
                + "known are individual, organization, ambiguous");
  }

  @Test
  void linesThatCannotBeReadAreToldAndTheRestIsDrawnFrom() throws IOException {
    shell.file("bad.jsonl", "no json\n" + Files.readString(directory.resolve("users.jsonl")));

    assertThat(run("bad.jsonl", "--format", "json")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines().get(0)).startsWith("bad.jsonl:1: not valid JSON: ");
    assertThat(JSON.readTree(shell.out()).at("/clean/drawn").intValue()).isEqualTo(3);
  }

  @Test
  void aCodeThatNobodyHasMayBeMisspelt() {
    assertThat(run("users.jsonl", "--code", "organisation", "--sample", "4"))
        .isEqualTo(ExitCode.OK);
    assertThat(shell.errLines())
        .containsExactly(
            "nobody has the code organisation; did you mean organization?",
            "there are no flagged authors, and more clean ones instead");
  }

  @Test
  void whatAuthorsSayCannotMoveTheCursorAndFitsATerminal() throws IOException {
    String name = "\\u001b[2J\\u202Ereversed\\nnext " + "x".repeat(200);
    shell.file("users", user(1_009, "evil", name, "blue", 61_237));

    assertThat(run("users")).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).doesNotContain("\u001b", "\u202E").contains("<U+202E>reversed next");
    TestingShell dev = new TestingShell(DEV);
    dev.run("audit", "users.jsonl", "--sample", "1000");
    assertThat(dev.outLines()).hasSizeGreaterThan(500).allMatch(line -> line.length() <= 80);
  }

  @Test
  void ofNothingNothingIsMadeUp() throws IOException {
    shell.file("empty", "");

    assertThat(run("empty", "--out", "review.csv")).isEqualTo(ExitCode.OK);
    assertThat(run("--reviewed", "review.csv")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .contains(
            "why: review.csv: there are no authors in it; name a sheet that influx audit wrote");
  }

  @ParameterizedTest
  @CsvSource({
    "audit,                                 'nothing is named to read: files, live, or sheets with --reviewed'",
    "audit live users.jsonl,                live is named together with files",
    "audit users.jsonl --reviewed a.csv,    files are named together with --reviewed",
    "audit --reviewed a.csv --seed 2,       --seed is of no use with --reviewed",
    "audit --reviewed a.csv --labels b,     --labels is of no use with --reviewed",
    "audit --reviewed a.csv --format csv,   --format csv is of no use with --reviewed",
    "audit users.jsonl --labels b --code c, --code is of no use with --labels",
    "audit users.jsonl --sample 0,          --sample is followed by no number from 1 to 100000",
    "audit users.jsonl --force,             --force is of use with --out only",
  })
  void refusesWhatMakesNoSense(String line, String why) {
    assertThat(shell.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(shell.errLines()).contains("why: " + why);
  }

  private ExitCode run(String... args) {
    return shell.run(Stream.concat(Stream.of("audit"), Stream.of(args)).toArray(String[]::new));
  }

  /** Row by row, as far as there are labels. */
  private void label(String sheet, String... labels) throws IOException {
    String text = Files.readString(directory.resolve(sheet));
    for (String label : labels) {
      text = text.replaceFirst(",,,any,", "," + label + ",,any,");
    }
    shell.file(sheet, text);
  }

  /** What changes with every change of any rule is not what these files are about. */
  private static String stable(String text) {
    return text.replaceAll("[0-9a-f]{64}", "SHA256")
        .replaceAll("\\([0-9a-f]{12}\\)", "(SHA256)")
        .replaceAll("x[0-9a-f]{12}", "CHECK");
  }
}
