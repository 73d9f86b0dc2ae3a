package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCommandTest {
  @TempDir private Path directory;
  private TestingShell shell;

  @BeforeEach
  void openShell() {
    shell = new TestingShell(directory);
  }

  @Test
  void listsWhatComesWithInflux() throws IOException {
    assertThat(shell.run("policy", "list")).isEqualTo(ExitCode.OK);
    Golden.check("policy/list.txt", shell.out());
  }

  @Test
  void listsForProgramsWithWholeHashes() throws IOException {
    JsonNode list = json("policy", "list", "--format", "json");

    assertThat(list).hasSameSizeAs(Policies.bundled().all());
    assertThat(list.get(0).get("sha256").textValue())
        .isEqualTo(Policies.bundled().all().get(0).sha256().hex());
  }

  @ParameterizedTest
  @ValueSource(strings = {"m0", "m2@1", "m2@2"})
  void showsWhatCountsHowMuch(String policy) throws IOException {
    assertThat(shell.run("policy", "show", policy)).isEqualTo(ExitCode.OK);
    Golden.check("policy/show-" + policy + ".txt", shell.out());
  }

  @Test
  void showsTheDefaultInTheFormThatIsHashed() throws IOException {
    JsonNode shown = json("policy", "show", "--format", "json");

    assertThat(shown)
        .isEqualTo(new ObjectMapper().readTree(Policies.bundled().theDefault().canonicalBytes()));
  }

  @Test
  void comparesValueByValue() throws IOException {
    shell.file(
        "mine.yml",
        defaultPolicy().replace("\"min_followers\":50000", "\"min_followers\":1000000"));

    assertThat(shell.run("policy", "diff", "m2@2", "mine.yml")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .containsExactly(
            "WHAT                            m2@2   mine.yml",
            "rules.thresholds.min_followers  50000  1000000");
  }

  @Test
  void saysWhenThereIsNothingToCompare() {
    assertThat(shell.run("policy", "diff", "m0", "m0")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).containsExactly("no difference: both have the same hash");
  }

  @Test
  void comparesForPrograms() throws IOException {
    JsonNode changes = json("policy", "diff", "m0", "m2@2", "--format", "json");

    assertThat(changes)
        .anySatisfy(
            change -> {
              assertThat(change.get("path").textValue()).isEqualTo("model.id");
              assertThat(change.get("before").textValue()).isEqualTo("m0");
              assertThat(change.get("after").textValue()).isEqualTo("m2@2");
            });
  }

  @Test
  void findsAGoodPolicyGood() throws IOException {
    shell.file("mine.yml", defaultPolicy());

    assertThat(shell.run("policy", "check", "mine.yml")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .containsExactly("mine.yml: good, m2@2 " + Policies.bundled().theDefault().sha256());
  }

  @Test
  void reportsAllFaultsOfAllFiles() throws IOException {
    shell.file("one.yml", "id: mine\nmodle: m2@3\n");
    shell.file("two.yml", defaultPolicy());

    assertThat(shell.run("policy", "check", "one.yml", "two.yml", "three.yml"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .as("%s", shell.errLines())
        .anyMatch(line -> line.startsWith("one.yml:2: \"modle\"") && line.contains("did you mean"))
        .anyMatch(line -> line.startsWith("one.yml") && line.contains("description"))
        .anyMatch(line -> line.startsWith("three.yml"));
    assertThat(shell.outLines()).hasSize(3).contains("three.yml: cannot be used, 1 fault");
  }

  @Test
  void reportsFaultsToPrograms() throws IOException {
    shell.file("one.yml", "id: mine\n");

    JsonNode checked =
        parsed(ExitCode.CHECK_FAILED, "policy", "check", "one.yml", "--format", "json");

    assertThat(checked.get(0).get("sha256").isNull()).isTrue();
    assertThat(checked.get(0).get("faults")).isNotEmpty();
  }

  @Test
  void suggestsWhatMayHaveBeenMeant() {
    assertThat(shell.run("policy", "show", "m2@3")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).anyMatch(line -> line.contains("m2@2"));
  }

  private JsonNode json(String... args) throws IOException {
    return parsed(ExitCode.OK, args);
  }

  private JsonNode parsed(ExitCode expected, String... args) throws IOException {
    assertThat(shell.run(args)).isEqualTo(expected);
    return new ObjectMapper().readTree(shell.out());
  }

  private static String defaultPolicy() {
    Policy policy = Policies.bundled().theDefault();
    return new String(policy.canonicalBytes(), StandardCharsets.UTF_8);
  }
}
