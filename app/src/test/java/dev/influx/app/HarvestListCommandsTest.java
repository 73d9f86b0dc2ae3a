package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.harvester.errand.Counterpart;
import dev.influx.harvester.errand.ListSource;
import dev.influx.harvester.errand.RunDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands about lists say before they ask anybody. */
class HarvestListCommandsTest {
  private static final Instant BEGUN = Instant.parse("2026-03-03T10:00:00Z");
  private static final Counterpart X = new Counterpart("x_api", "https://api.x.com");
  private static final Counterpart SIMULATOR =
      new Counterpart("simulator", "http://127.0.0.1:8090");
  private static final String LIST =
      "@Ada\n90211\nada\nnot-a-handle\nhttps://x.com/bob\n# nobody\n";

  @TempDir private Path directory;
  private TestingShell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new TestingShell(directory).variable("INFLUX_API_TOKEN", "any");
    shell.file("handles.txt", LIST);
  }

  @ParameterizedTest
  @CsvSource({
    "--batch-size, 0",
    "--batch-size, 101",
    "--parallel, 0",
    "--parallel, 65",
    "--reserve, -1",
    "--max-reads, many",
    "--max-reads, -1"
  })
  void refusesNumbersThatCannotBe(String option, String number) {
    assertThat(shell.run("harvest", "bulk", "--handles-file", "handles.txt", option, number))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.errLines().get(1))
        .startsWith("why: ")
        .contains(option, "'" + number + "' is no whole number from ");
  }

  @Test
  void planSaysWhatAListTakes() throws IOException {
    assertThat(shell.run("harvest", "plan", "--handles-file", "handles.txt"))
        .isEqualTo(ExitCode.OK);
    assertThat(shell.errLines()).isEmpty();
    Golden.check("harvest/plan.txt", shell.out());
  }

  @Test
  void planIsReadByPrograms() throws IOException {
    assertThat(shell.run("harvest", "plan", "--handles-file", "handles.txt", "--format", "json"))
        .isEqualTo(ExitCode.OK);
    Golden.check("harvest/plan.json", shell.out());
  }

  @Test
  void planRefusesWhatTheBudgetDoesNotAllow() {
    assertThat(shell.run("harvest", "plan", "--handles-file", "handles.txt", "--max-cost", "0.02"))
        .isEqualTo(ExitCode.OVER_LIMIT);
    assertThat(shell.outLines()).contains("this is more than budget or limits allow");
  }

  @Test
  void planOfSeedsSaysWhetherEverybodyFitsIntoTheAge() throws IOException {
    StringBuilder rows = new StringBuilder("handle,domain,source_type,evidence,fetched_at\n");
    for (int i = 0; i < 300; i++) {
      rows.append(
          "user_%d,ai_research,profile,https://x.com/user_%d,2025-11-28T00:00:00Z\n"
              .formatted(i, i));
    }
    shell.file("seeds.csv", rows.toString());
    String seeds = directory.resolve("seeds.csv").toString();

    assertThat(shell.run("harvest", "plan", "--seeds", seeds, "--max-age", "1h"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).contains("again     everybody once in 60 min");
    assertThat(shell.run("harvest", "plan", "--seeds", seeds, "--max-age", "1h", "--limit", "1/1h"))
        .isEqualTo(ExitCode.OVER_LIMIT);
  }

  @Test
  void resumeShowsTheRunsThereAre() throws IOException {
    begin("20260303-100000-0001", X);
    begin("20260303-110000-0002", SIMULATOR);

    assertThat(shell.run("harvest", "resume", "--list")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).hasSize(3).last().asString().contains("not finished");
    TestingShell json = new TestingShell(directory);
    assertThat(json.run("harvest", "resume", "--list", "--format", "json")).isEqualTo(ExitCode.OK);
    JsonNode runs = new ObjectMapper().readTree(json.out());
    assertThat(runs.findValuesAsText("address"))
        .containsExactlyInAnyOrder(X.address(), SIMULATOR.address());
  }

  @Test
  void resumeSaysSoWhenThereIsNothingToGoOnWith() {
    assertThat(shell.run("harvest", "resume")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).contains("error: there is no run to go on with");
    assertThat(shell.run("harvest", "resume", "some-run")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).contains("error: there is no run some-run");
  }

  @Test
  void resumeNeverTakesTheRunOfASimulatorToX() throws IOException {
    begin("20260303-110000-0002", SIMULATOR);

    assertThat(shell.run("harvest", "resume", "--force")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines())
        .contains("error: the run 20260303-110000-0002 does not go on with https://api.x.com")
        .anyMatch(line -> line.contains("--simulator http://127.0.0.1:8090"));
  }

  @Test
  void resumeRefusesAListThatHasChanged() throws IOException {
    Path list = directory.resolve("handles.txt");
    begin(
        "20260303-100000-0001",
        X,
        new ListSource().with("handles.txt", () -> Files.newInputStream(list)));
    shell.file("handles.txt", LIST + "cid\n");

    assertThat(shell.run("harvest", "resume")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines())
        .contains("error: the list handles.txt has changed since the run began");
  }

  @Test
  void bulkNeverPaysTwiceForTheSameListByAccident() throws IOException {
    Path list = directory.resolve("handles.txt");
    begin(
        "20260303-100000-0001",
        X,
        new ListSource().with("handles.txt", () -> Files.newInputStream(list)));

    assertThat(shell.run("harvest", "bulk", "--handles-file", "handles.txt"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines())
        .contains("error: a run over these lists was begun and not finished")
        .anyMatch(line -> line.contains("influx harvest resume 20260303-100000-0001"));
    assertThat(RunDirectory.all(directory.resolve("data/harvest/runs"))).hasSize(1);
  }

  @Test
  void bulkNeedsATokenAndAList() {
    assertThat(new TestingShell(directory).run("harvest", "bulk", "--handles-file", "handles.txt"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(shell.run("harvest", "bulk", "--handles-file", "none.txt"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).anyMatch(line -> line.contains("none.txt"));
    assertThat(shell.run("harvest", "bulk")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void bulkSaysWithinTenSecondsThatNoBrokerAnswers() {
    shell.variable("INFLUX_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
    assertThat(shell.run("harvest", "bulk", "--handles-file", "handles.txt"))
        .isEqualTo(ExitCode.BROKER_UNREACHABLE);
  }

  private void begin(String id, Counterpart asked) throws IOException {
    byte[] list = "ada\n".getBytes(UTF_8);
    begin(id, asked, new ListSource().with("stdin", () -> new ByteArrayInputStream(list)));
  }

  private void begin(String id, Counterpart asked, ListSource lists) throws IOException {
    Path runs = Files.createDirectories(directory.resolve("data/harvest/runs"));
    RunDirectory.create(runs, id, BEGUN, asked, lists).close();
  }
}
