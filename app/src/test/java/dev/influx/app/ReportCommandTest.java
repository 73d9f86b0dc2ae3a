package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");
  private static final String AS_OF = "2025-11-28T00:00:00Z";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "users.txt,          table, m2@2, ''",
    "users.json,         json,  m2@2, ''",
    "users-against.txt,  table, m2@1, m2@2",
    "users-against.json, json,  m2@1, m2@2",
  })
  void saysOfRealAuthorsWhatIsInTheGoldenFile(
      String golden, String format, String policy, String other) throws IOException {
    TestingShell shell = new TestingShell(DEV);
    List<String> args =
        List.of("report", "users.jsonl", "--as-of", AS_OF, "--format", format, "--policy", policy);
    List<String> against = other.isEmpty() ? List.of() : List.of("--against", other, "--top", "5");

    assertThat(run(shell, args, against)).isEqualTo(ExitCode.OK);
    assertThat(shell.errLines()).isEmpty();
    Golden.check("report/" + golden, shell.out());
  }

  @Test
  void theTableFitsATerminalOfEightyColumns() {
    TestingShell shell = new TestingShell(DEV);

    shell.run("report", "users.jsonl", "--as-of", AS_OF, "--policy", "m0", "--against", "m2@2");

    assertThat(shell.outLines()).isNotEmpty().allMatch(line -> line.length() <= 80);
  }

  /** The spread that is promised of the default policy. */
  @Test
  void realIndividualsAreSpreadOverTheScale() throws IOException {
    TestingShell shell = new TestingShell(directory).file("individuals.jsonl", individuals());

    JsonNode scores = json(shell, "individuals.jsonl", "--as-of", AS_OF).get("scores");

    assertThat(scores.get("min").doubleValue()).isBetween(20.0, 40.0);
    assertThat(scores.get("max").doubleValue()).isBetween(90.0, 99.9);
    assertThat(scores.get("p75").doubleValue() - scores.get("p25").doubleValue())
        .isGreaterThanOrEqualTo(20);
    long best = scores.at("/histogram/8/count").asLong() + scores.at("/histogram/9/count").asLong();
    assertThat(best / scores.get("count").doubleValue()).isGreaterThanOrEqualTo(0.05);
    assertThat(scores.get("zero_scores").asLong()).isZero();
  }

  @Test
  void aPublishedListIsReportedLikeTheUsersItWasMadeOf() throws IOException {
    JsonNode users =
        json(new TestingShell(DEV), "users.jsonl", "--as-of", AS_OF, "--against", "m0");
    TestingShell shell = new TestingShell(directory).file("latest.jsonl", latest());

    JsonNode list = json(shell, "latest.jsonl", "--against", "m0");

    assertThat(list.at("/sources/0/kind").textValue()).isEqualTo("published");
    assertThat(list.at("/rejected/count").asLong()).isZero();
    for (String same : List.of("accepted", "scores", "by_domain", "by_badge", "top", "bottom")) {
      assertThat(list.get(same)).as(same).isEqualTo(users.get(same));
    }
    assertThat(list.at("/policies/0/id").textValue()).isEqualTo("m2@2");
    assertThat(list.get("against")).isEqualTo(users.get("against"));
    assertThat(list.at("/against/up/0/term").isTextual()).isTrue();
  }

  @Test
  void aPublishedListIsJudgedAgainIfThatIsAskedFor() throws IOException {
    JsonNode users =
        json(new TestingShell(DEV), "users.jsonl", "--as-of", AS_OF, "--policy", "m2@1");
    TestingShell shell = new TestingShell(directory).file("latest.jsonl", latest());

    JsonNode list = json(shell, "latest.jsonl", "--policy", "m2@1");

    assertThat(list.get("scores")).isEqualTo(users.get("scores"));
    assertThat(list.at("/policies/0/id").textValue()).isEqualTo("m2@1");
  }

  @Test
  void whatAScoreIsMadeOfIsNotSaidWhenItsPolicyIsNotKnown() throws IOException {
    String known = latest().lines().findFirst().orElseThrow();
    String hash = JSON.readTree(known).at("/meta/policy_sha256").textValue();
    String unknown = known.replace(hash, "0".repeat(hash.length()));
    TestingShell shell = new TestingShell(directory).file("latest.jsonl", unknown);

    JsonNode list = json(shell, "latest.jsonl", "--against", "m2@1");

    assertThat(list.at("/policies/0/id").isNull()).isTrue();
    assertThat(list.at("/against/down/0/other_score").isNumber()).isTrue();
    assertThat(list.at("/against/down/0/term").isNull()).isTrue();
  }

  @Test
  void readsFilesOfBothKindsAndStandardInputTogether() throws IOException {
    byte[] users = Files.readAllBytes(DEV.resolve("users.jsonl"));
    TestingShell shell = new TestingShell(directory).file("latest.jsonl", latest()).in(users);

    JsonNode both = json(shell, "latest.jsonl", "-", "--as-of", AS_OF);

    assertThat(both.get("sources"))
        .extracting(source -> source.get("kind").textValue())
        .containsExactly("published", "users");
    assertThat(both.get("authors").asLong())
        .isEqualTo(both.at("/sources/0/authors").asLong() + both.at("/sources/1/authors").asLong());
  }

  @Test
  void badLinesAreReportedWithTheirNumberAndTheRestIsRead() throws IOException {
    String good = latest().lines().findFirst().orElseThrow();
    String bad = "not json\n{\"id\": \"1\"}\n";
    String noScore = good.replaceFirst("\"score\":[0-9.]+", "\"score\":\"high\"") + "\n";
    TestingShell shell =
        new TestingShell(directory).file("latest.jsonl", "\n" + good + "\n" + bad + noScore + good);

    assertThat(shell.run("report", "latest.jsonl", "--format", "json"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("latest.jsonl:3: not valid JSON: "),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "latest.jsonl:4: no published author: handle or meta.score is missing"),
            line ->
                assertThat(line)
                    .isEqualTo("latest.jsonl:5: meta.score is not a number from 0 to 100"));
    assertThat(JSON.readTree(shell.out()).get("bad_lines").asLong()).isEqualTo(3);
    assertThat(JSON.readTree(shell.out()).get("accepted").asLong()).isEqualTo(2);
  }

  @Test
  void badLinesOfUsersAreReportedToo() throws IOException {
    TestingShell shell = new TestingShell(directory).file("users.jsonl", "{\"id\": \"x\"}\n");

    assertThat(shell.run("report", "users.jsonl")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines()).singleElement().asString().startsWith("users.jsonl:1: ");
    assertThat(shell.outLines()).contains("There are no authors in it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json"})
  void ofNothingNothingIsMadeUp(String format) {
    TestingShell shell = new TestingShell(directory);

    assertThat(shell.run("report", "-", "--against", "m0", "--format", format))
        .isEqualTo(ExitCode.OK);
    assertThat(shell.out()).doesNotContainIgnoringCase("nan").doesNotContain("Infinity");
  }

  @Test
  void emptyInputIsCalledEmpty() throws IOException {
    TestingShell shell = new TestingShell(directory);

    assertThat(shell.run("report", "-")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).last().isEqualTo("There are no authors in it.");
    JsonNode report = json(new TestingShell(directory), "-");
    assertThat(report.get("authors").asLong()).isZero();
    assertThat(report.get("scores").isNull()).isTrue();
  }

  @Test
  void whereNobodyIsAcceptedThatIsSaid() throws IOException {
    TestingShell shell =
        new TestingShell(directory).file("users", "{\"id\": \"1\", \"username\": \"a\"}\n");

    assertThat(shell.run("report", "users", "--against", "m0")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).contains("Nobody is accepted.", "rank correlation         -");
  }

  @ParameterizedTest
  @CsvSource({
    "report live users.jsonl, live is named together with files",
    "report - --top -1,       --top is followed by a negative number",
  })
  void refusesWhatMakesNoSense(String line, String why) {
    TestingShell shell = new TestingShell(directory);

    assertThat(shell.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(shell.errLines()).contains("why: " + why);
  }

  private static ExitCode run(TestingShell shell, List<String> args, List<String> more) {
    return shell.run(Stream.concat(args.stream(), more.stream()).toArray(String[]::new));
  }

  private static JsonNode json(TestingShell shell, String... args) throws IOException {
    assertThat(run(shell, List.of("report", "--format", "json"), List.of(args)))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);
    return JSON.readTree(shell.out());
  }

  private static String latest() {
    return TestingList.of(DEV.resolve("users.jsonl"), "m2@2", Instant.parse(AS_OF)).latest();
  }

  private static String individuals() throws IOException {
    Set<String> ids =
        Files.readAllLines(DEV.resolve("labels.jsonl")).stream()
            .map(ReportCommandTest::parsed)
            .filter(label -> label.get("label").textValue().equals("individual"))
            .map(label -> label.get("id").textValue())
            .collect(Collectors.toSet());
    return Files.readAllLines(DEV.resolve("users.jsonl"), UTF_8).stream()
        .filter(line -> ids.contains(parsed(line).get("id").textValue()))
        .collect(Collectors.joining("\n"));
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
