package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigShowCommandTest {
  private static final String HUSH = "hush-hush-42";

  @TempDir private Path directory;
  private TestingShell shell;

  @BeforeEach
  void start() throws IOException {
    shell =
        new TestingShell(directory)
            .file(
                "influx.yml",
                """
                kafka:
                  properties:
                    sasl.jaas.config: hush-hush-42
                harvest:
                  seeds: [ours.csv, "theirs \\"best\\".csv"]
                """)
            .variable("INFLUX_SCORER_COMMIT_INTERVAL", "100ms")
            .variable("INFLUX_API_TOKEN", HUSH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config show",
        "config show --origin",
        "config show --format json",
      })
  void writesTheGoldenFile(String args) throws IOException {
    assertThat(shell.run((args + " -c http.port=9090").split(" "))).isEqualTo(ExitCode.OK);
    assertThat(shell.errLines()).isEmpty();
    assertThat(shell.out()).doesNotContain(HUSH);
    Golden.check(args.replaceAll("[ -]+", "-") + ".txt", shell.out());
  }

  @Test
  void writesJsonThatProgramsRead() throws IOException {
    shell.run("config", "show", "--format=json");
    JsonNode settings = new ObjectMapper().readTree(shell.out());
    assertThat(settings.findValuesAsText("key"))
        .hasSize(40)
        .contains("kafka.properties.sasl.jaas.config");
    assertThat(settings.findValuesAsText("value")).contains("ours.csv,theirs \"best\".csv");
  }

  @Test
  void takesSettingsBeforeAndAfterItsName() {
    shell.run("-c", "http.port=1", "config", "show", "-c", "http.host=h", "-c=topics.partitions=3");
    assertThat(shell.outLines())
        .anyMatch(line -> line.matches("http.port +1"))
        .anyMatch(line -> line.matches("http.host +h"))
        .anyMatch(line -> line.matches("topics.partitions +3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--config other.yml config show", "config show --config other.yml"})
  void readsTheFileThatIsNamed(String args) throws IOException {
    shell.file("other.yml", "http: {port: 7}").run(args.split(" "));
    assertThat(shell.outLines())
        .anyMatch(line -> line.matches("http.port +7"))
        .anyMatch(line -> line.matches("kafka.properties +-"));
  }
}
