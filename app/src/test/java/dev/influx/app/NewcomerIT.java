package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Moves a whole pipe from one policy to the next and back, by what the README tells to type. */
@Isolated("a whole pipe takes the processors")
class NewcomerIT {
  private static final Path README = Path.of(System.getProperty("influx.root"), "README.md");
  private static final Pattern UP = Pattern.compile("`\\./influx (up --policy [^`]*)`");
  private static final String COMMAND = "./influx ";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  @Test
  void goesFromOneModelToTheNextAndBackAsTheReadmeSays() throws Exception {
    List<String> replay = commands("## Try a change before it counts");
    assertThat(replay).hasSize(5);
    try (TestingInflux up = TestingInflux.start(directory, up())) {
      awaitListBy(up, "m2_simulated@1");
      commands("## Change the policy").forEach(this::run);

      replay.subList(0, 4).forEach(this::run);
      assertThat(directory.resolve("next.json")).isNotEmptyFile();
      assertThat(directory.resolve("diff.html")).content().contains("<svg");
      awaitListBy(up, "m2_simulated@2");

      run(replay.get(4));
      awaitListBy(up, "m2_simulated@1");
    }
  }

  /** As in the README, with fewer authors. */
  private static String[] up() throws IOException {
    Matcher up = UP.matcher(Files.readString(README));
    assertThat(up.find()).isTrue();
    return (up.group(1) + " --authors 300").split(" ", -1);
  }

  /** Those of the first block of a section. */
  private static List<String> commands(String heading) throws IOException {
    String readme = Files.readString(README);
    int block = readme.indexOf("```sh\n", readme.indexOf(heading + "\n"));
    return readme
        .substring(block, readme.indexOf("```\n", block))
        .lines()
        .filter(line -> line.startsWith(COMMAND))
        .map(line -> line.substring(COMMAND.length()).replaceFirst(" +#.*", ""))
        .toList();
  }

  private void run(String command) {
    TestingShell shell = new TestingShell(directory);
    String[] args =
        Arrays.stream(command.split(" ", -1))
            .map(arg -> arg.replaceFirst("^'(.*)'$", "$1"))
            .toArray(String[]::new);
    assertThat(shell.run(args))
        .as("%s: %s %s", command, shell.outLines(), shell.errLines())
        .isEqualTo(ExitCode.OK);
  }

  private void awaitListBy(TestingInflux up, String policy) {
    Path manifest = directory.resolve("data/manifest.json");
    await()
        .atMost(PATIENCE)
        .until(() -> !up.alive() || (Files.exists(manifest) && policyOf(manifest).equals(policy)));
    assertThat(up.alive()).as(up.err()).isTrue();
  }

  private static String policyOf(Path manifest) throws IOException {
    JsonNode described = JSON.readTree(Files.readAllBytes(manifest));
    return described.at("/policy/id").textValue();
  }
}
