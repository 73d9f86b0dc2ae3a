package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.TestingClient.Answer;
import dev.influx.simulator.world.World;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's own paths. */
class ControlTest {

  @TempDir private Path directory;

  private final TestingClock clock = new TestingClock(Instant.parse("2026-03-03T10:00:00Z"));
  private Simulator simulator;
  private TestingClient client;

  private void start(SimulatorSettings settings) {
    simulator = Simulator.start(settings);
    client = new TestingClient(simulator);
  }

  private SimulatorSettings settings() {
    return SimulatorSettings.defaults()
        .withAuthors(50)
        .withVirtualTime(World.START, 2)
        .withClock(clock);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void takesAScriptAndTellsHowItFares() {
    start(settings());
    Answer loaded = post("/_sim/faults", "{seed: 1, faults: [{kind: error_500, nth: 2}]}");

    assertThat(loaded.json())
        .isEqualTo(json("{\"faults\":[{\"kind\":\"error_500\",\"seen\":0,\"struck\":0}]}"));
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(200);
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(500);
    assertThat(client.getWithout("/_sim/faults").json())
        .isEqualTo(json("{\"faults\":[{\"kind\":\"error_500\",\"seen\":2,\"struck\":1}]}"));
    assertThat(post("/_sim/faults/clear", "").json()).isEqualTo(json("{\"faults\":[]}"));
  }

  @Test
  void keepsTheOldScriptWhenTheNewOneIsWrong() {
    start(settings());
    post("/_sim/faults", "{faults: [{kind: error_500}]}");
    Answer refused = post("/_sim/faults", "{faults: [{kind: eror_500}, {kind: stall, nth: 0}]}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/mistakes"))
        .isEqualTo(
            json(
                """
                ["line 1: faults[0].kind is unknown; did you mean error_500?",
                 "line 1: faults[1].nth is no whole number from 1"]
                """));
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(500);
  }

  @Test
  void movesTheClocks() {
    start(settings().withRateLimit(1, Duration.ofMinutes(15)));
    client.get("/2/users?ids=1");
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(429);

    assertThat(post("/_sim/clock?seconds=900", "").json())
        .isEqualTo(
            json(
                """
                {"time":"2026-03-03T10:15:00Z","virtual_time":"2025-01-01T00:30:00Z"}
                """));
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(200);
    assertThat(post("/_sim/clock?virtual_seconds=60", "").json())
        .isEqualTo(client.getWithout("/_sim/clock").json())
        .isEqualTo(
            json(
                """
                {"time":"2026-03-03T10:15:00Z","virtual_time":"2025-01-01T00:31:00Z"}
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?seconds=", "?seconds=-1", "?seconds=1.5", "?hours=1", "?seconds=%FF"})
  void refusesOtherTimes(String query) {
    start(settings());

    assertThat(post("/_sim/clock" + query, "").status()).isEqualTo(400);
  }

  @Test
  void startsAnew() {
    start(settings().withRateLimit(1, Duration.ofMinutes(15)));
    client.get("/2/users?ids=" + simulator.world().author(0, World.START).id());
    post("/_sim/faults", "{faults: [{kind: error_500}]}");
    simulator.advance(Duration.ofHours(1));
    JsonNode state = post("/_sim/reset", "").json();

    assertThat(state)
        .isEqualTo(
            json(
                """
                {"time":"2026-03-03T10:00:00Z","virtual_time":"2025-01-01T00:00:00Z","authors":50,
                "seed":1,"dialect":"legacy","limit":1,"window_seconds":900,"journal_entries":0,
                "faults":0}
                """));
    assertThat(simulator.meter().billed()).isEmpty();
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(200);
  }

  @Test
  void forgetsTheJournalWhenTold() {
    start(settings());
    client.get("/2/users?ids=1");

    assertThat(post("/_sim/journal/clear", "").json().at("/journal_entries").asInt()).isZero();
    assertThat(simulator.journal()).isEmpty();
  }

  @Test
  void writesTheJournalToAFileAsItGoes() throws IOException {
    Path file = Files.writeString(directory.resolve("journal.jsonl"), "{\"before\":1}\n");
    start(settings().withJournal(file));
    client.get("/2/users/by?usernames=a,b");
    simulator.reset();
    client.get("/2/users?ids=1");
    List<String> lines = Files.readAllLines(file);

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("{\"before\":1}");
    assertThat(json(lines.get(1)).at("/asked")).isEqualTo(json("[\"a\",\"b\"]"));
    assertThat(json(lines.get(2)).at("/path").asText()).isEqualTo("/2/users");
    assertThat(String.join("", lines)).doesNotContain(simulator.token().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/_sim/", "/_sim/nothing", "/_sim/faults/none"})
  void knowsNoOtherPaths(String path) {
    start(settings());

    assertThat(client.getWithout(path).status()).isEqualTo(404);
    assertThat(post(path, "").status()).isEqualTo(404);
  }

  @Test
  void changesNothingOnAGet() {
    start(settings());

    assertThat(client.getWithout("/_sim/reset").status()).isEqualTo(404);
    assertThat(client.getWithout("/_sim/faults/clear").status()).isEqualTo(404);
    assertThat(post("/_sim/meter", "").status()).isEqualTo(405);
  }

  private Answer post(String target, String body) {
    return client.send(
        HttpRequest.newBuilder(simulator.uri().resolve(target))
            .POST(BodyPublishers.ofString(body)));
  }
}
