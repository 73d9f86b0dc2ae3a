package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.pipe.RecordedHistory;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.lists.policies.Policies;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.topology.Scorer;
import dev.influx.sink.RunningSink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** From one policy to another and back, by command, in a running pipe. */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class PolicyActivationIT {
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");
  private static final Instant AS_OF = Instant.parse("2025-11-28T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<RawProfile> authors =
      TestingList.of(DEV.resolve("users.jsonl"), "m2@2", AS_OF).accepted().stream()
          .limit(20)
          .map(author -> RecordedHistory.of(author).last())
          .toList();

  @TempDir private Path directory;

  private TestingPipeline pipe;

  @BeforeEach
  void prepare(TestKafka kafka) {
    pipe = new TestingPipeline(kafka, directory);
  }

  @AfterEach
  void close() throws Exception {
    pipe.close();
  }

  @Test
  void theListFollowsThePointerThereAndBack() throws Exception {
    try (RunningSink sink = pipe.sink();
        Scorer scorer = pipe.scorer()) {
      pipe.observe(authors.toArray(RawProfile[]::new));
      await().atMost(PATIENCE).until(() -> pipe.listed().size() == authors.size());
      await().atMost(PATIENCE).until(() -> status().get("settled").booleanValue());
      assertThat(listPolicy()).contains("m2@2");

      Files.writeString(directory.resolve("mine.yml"), mine());
      run(ExitCode.OK, "policy", "publish", "mine.yml", "--by", "ann");
      run(ExitCode.OK, "policy", "activate", "mine@1", "--by", "ann", "--reason", "a trial");
      await().atMost(PATIENCE).until(() -> listPolicy().equals(Optional.of("mine@1")));
      await().atMost(PATIENCE).until(() -> status().get("settled").booleanValue());
      JsonNode status = status();
      assertThat(status.at("/active/id").textValue()).isEqualTo("mine@1");
      assertThat(status.at("/active/by").textValue()).isEqualTo("ann");
      assertThat(status.at("/active/reason").textValue()).isEqualTo("a trial");
      assertThat(status.at("/active/previous/id").textValue()).isEqualTo("m2@2");
      assertThat(status.at("/scorers/0/instance").textValue()).isEqualTo("scorer-1");
      assertThat(status.at("/scorers/0/progress").doubleValue()).isEqualTo(1);
      assertThat(status.at("/scorers/0/authors").asInt()).isEqualTo(authors.size());

      run(ExitCode.OK, "policy", "rollback", "--reason", "back");
      await().atMost(PATIENCE).until(() -> listPolicy().equals(Optional.of("m2@2")));
      assertThat(status().at("/active/previous/id").textValue()).isEqualTo("mine@1");
      assertThat(pipe.listed()).hasSameSizeAs(authors);
      assertThat(sink.health().reason()).isEqualTo(scorer.health().reason());
    }
  }

  @Test
  void onlyWhatWasPublishedCanBeActivated() throws Exception {
    assertThat(run(ExitCode.FAILURE, "policy", "activate", "m2@1").errLines())
        .contains("error: there is no published policy m2@1");
    assertThat(run(ExitCode.FAILURE, "policy", "rollback").errLines())
        .contains("why: no policy was activated yet");
    assertThat(status().get("active").isNull()).isTrue();
    assertThat(run(ExitCode.OK, "policy", "status").outLines()).contains("no policy was activated");
  }

  @Test
  void anIdNamesOneContentForGood() throws Exception {
    run(ExitCode.OK, "policy", "publish", "m2@1");
    assertThat(run(ExitCode.OK, "policy", "publish", "m2@1").outLines())
        .singleElement()
        .asString()
        .startsWith("m2@1 was published before");
    Files.writeString(
        directory.resolve("mine.yml"),
        mine().replace("mine@1", "m2@1").replace(":30000", ":30001"));
    assertThat(run(ExitCode.FAILURE, "policy", "publish", "mine.yml").errLines())
        .contains("error: m2@1 was not published");
    Files.writeString(directory.resolve("active.yml"), mine().replace("mine@1", "active"));
    assertThat(run(ExitCode.FAILURE, "policy", "publish", "active.yml").errLines())
        .anyMatch(line -> line.contains("name of the pointer"));
    Files.writeString(directory.resolve("bad.yml"), "id: bad\n");
    run(ExitCode.FAILURE, "policy", "publish", "bad.yml");
    assertThat(status().get("published")).hasSize(1);
  }

  @Test
  void inventedAuthorsAreNotLetInOrOutByMistake() throws Exception {
    for (String id : List.of("m2@1", "m2_simulated@1")) {
      run(ExitCode.OK, "policy", "publish", id);
    }
    run(ExitCode.OK, "policy", "activate", "m2_simulated@1");
    run(ExitCode.NEEDS_CONFIRMATION, "policy", "activate", "m2@1");
    assertThat(status().at("/active/id").textValue()).isEqualTo("m2_simulated@1");
    run(ExitCode.OK, "policy", "activate", "m2@1", "--yes");
    assertThat(status().at("/active/id").textValue()).isEqualTo("m2@1");
  }

  private TestingShell run(ExitCode expected, String... command) {
    TestingShell shell = pipe.shell();
    assertThat(shell.run(command)).as("%s", shell.errLines()).isEqualTo(expected);
    return shell;
  }

  private JsonNode status() throws Exception {
    return pipe.json(ExitCode.OK, "policy", "status");
  }

  private Optional<String> listPolicy() throws Exception {
    Path manifest = directory.resolve("data/manifest.json");
    return Files.exists(manifest)
        ? Optional.of(JSON.readTree(manifest.toFile()).at("/policy/id").textValue())
        : Optional.empty();
  }

  private static String mine() {
    byte[] canonical = Policies.bundled().find("m2@1").orElseThrow().canonicalBytes();
    return new String(canonical, StandardCharsets.UTF_8)
        .replaceFirst("\"id\":\"m2@1\"(?=,\"model\")", "\"id\":\"mine@1\"");
  }
}
