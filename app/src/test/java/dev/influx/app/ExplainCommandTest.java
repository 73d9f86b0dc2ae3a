package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");
  private static final String USERS = DEV.resolve("users.jsonl").toString();
  private static final String AS_OF = "2025-11-28T00:00:00Z";

  @TempDir private Path directory;

  @Test
  void showsWhatAPersonWantsToKnow() throws IOException {
    TestingShell shell = new TestingShell(directory);
    assertThat(
            shell.run(
                "explain", USERS, "--author", "@billgates", "--as-of", AS_OF, "--against", "m2@1"))
        .isEqualTo(ExitCode.OK);
    Golden.check("explain.txt", shell.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"m0", "m2@1", "m2@2"})
  void pointsOfRealAuthorsAddUpToTheTotal(String policy) throws IOException {
    List<JsonNode> authors = json("--policy", policy);

    assertThat(authors).hasSize(307);
    for (JsonNode author : authors) {
      double sum =
          Stream.of(author.get("terms"), author.get("adjustments"))
              .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
              .mapToDouble(line -> line.get("points").doubleValue())
              .sum();
      assertThat(sum).as("%s", author).isCloseTo(author.get("total").doubleValue(), within(1e-9));
    }
  }

  @Test
  void saysWhatIsNotKnownAndWhatIsDoneAboutIt() throws IOException {
    write(
        "{\"id\":\"1\",\"username\":\"ada\",\"name\":\"Ada\",\"public_metrics\":{\"followers_count\":70000}}");

    TestingShell shell = new TestingShell(directory);
    assertThat(shell.run("explain", "users.jsonl")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .contains(
            "not known: tweets_per_day, likes_given, media, listed, account_years, badge, followers_per_following, bio")
        .anyMatch(line -> line.contains("frequency") && line.contains("not known: yields 0.30"));
  }

  @Test
  void tellsTheDifferenceTermByTerm() throws IOException {
    JsonNode author = json("--author", "50393960", "--against", "m0").get(0);

    assertThat(author.get("against").get("policy").textValue()).isEqualTo("m0");
    double sum =
        StreamSupport.stream(author.get("differences").spliterator(), false)
            .mapToDouble(row -> row.get("difference").doubleValue())
            .sum();
    assertThat(author.get("total").doubleValue() + sum)
        .isCloseTo(author.get("against").get("total").doubleValue(), within(1e-9));
  }

  @Test
  void reportsBadLinesAndGoesOn() throws IOException {
    write("{\"id\":", "{\"id\":\"1\",\"username\":\"ada\",\"name\":\"A\\u202Eda\\u0007\"}");

    TestingShell shell = new TestingShell(directory);
    assertThat(shell.run("explain", "users.jsonl")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines()).singleElement().asString().startsWith("users.jsonl:1: not valid");
    assertThat(shell.outLines().get(0)).startsWith("@ada  Ada  (id 1, seen ");
  }

  @Test
  void failsForAnAuthorWhoIsNotThere() {
    TestingShell shell = new TestingShell(directory);
    assertThat(shell.run("explain", USERS, "--author", "@nobody")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).anyMatch(line -> line.contains("no user of"));
  }

  private void write(String... lines) throws IOException {
    new TestingShell(directory).file("users.jsonl", String.join("\n", lines) + "\n");
  }

  private List<JsonNode> json(String... args) throws IOException {
    TestingShell shell = new TestingShell(directory);
    Stream<String> fixed = Stream.of("explain", USERS, "--as-of", AS_OF, "--format", "json");
    assertThat(shell.run(Stream.concat(fixed, Stream.of(args)).toArray(String[]::new)))
        .isEqualTo(ExitCode.OK);
    List<JsonNode> authors = new ArrayList<>();
    for (String line : shell.outLines()) {
      authors.add(new ObjectMapper().readTree(line));
    }
    return authors;
  }
}
