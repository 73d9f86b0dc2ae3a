package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.lists.policies.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command says of real authors what an independent implementation says of them. */
class EvaluateRealAuthorsTest {
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");
  private static final String AS_OF = "2025-11-28T00:00:00Z";

  private final TestingShell shell = new TestingShell(DEV);

  @ParameterizedTest
  @ValueSource(strings = {"m2@1", "m2@2"})
  void scoresAreThoseOfTheReferenceInTheOrderOfTheFile(String policy) throws IOException {
    List<JsonNode> reference = parsed(Files.readAllLines(DEV.resolve("golden.jsonl")));

    List<JsonNode> evaluated = evaluated("--policy", policy);

    assertThat(evaluated).hasSameSizeAs(reference).isNotEmpty();
    for (int i = 0; i < reference.size(); i++) {
      JsonNode expected = reference.get(i).get(policy);
      JsonNode author = evaluated.get(i);
      assertThat(author.get("id")).isEqualTo(reference.get(i).get("id"));
      assertThat(author.get("score")).isEqualTo(expected.get("score"));
      assertThat(author.get("score_version").textValue()).isEqualTo(policy);
      assertComponentsAreClose(author, expected);
    }
  }

  private static void assertComponentsAreClose(JsonNode author, JsonNode expected) {
    for (String component : List.of("activity", "quality", "relevance")) {
      assertThat(author.get(component).doubleValue())
          .as("%s of %s", component, author)
          .isCloseTo(expected.get(component).doubleValue(), within(1e-6));
    }
  }

  @Test
  void theProxyHasAScoreAndNoComponents() throws IOException {
    List<JsonNode> reference = parsed(Files.readAllLines(DEV.resolve("golden.jsonl")));

    List<JsonNode> evaluated = evaluated("--policy", "m0");

    assertThat(evaluated)
        .extracting(author -> author.get("score"))
        .isEqualTo(reference.stream().map(author -> author.get("m0")).toList());
    assertThat(evaluated).allMatch(author -> author.get("quality").isNull());
  }

  @Test
  void withoutAPolicyTheDefaultOneJudges() throws IOException {
    assertThat(evaluated())
        .isNotEmpty()
        .allMatch(author -> author.get("score_version").textValue().equals(Policies.DEFAULT));
  }

  private List<JsonNode> evaluated(String... options) throws IOException {
    Stream<String> command = Stream.of("evaluate", "--as-of", AS_OF, "users.jsonl");
    String[] arguments = Stream.concat(command, Stream.of(options)).toArray(String[]::new);
    assertThat(shell.run(arguments)).isEqualTo(ExitCode.OK);
    return parsed(shell.outLines());
  }

  private static List<JsonNode> parsed(List<String> lines) throws IOException {
    return new ObjectMapper()
        .readerFor(JsonNode.class)
        .<JsonNode>readValues(String.join("\n", lines))
        .readAll();
  }
}
