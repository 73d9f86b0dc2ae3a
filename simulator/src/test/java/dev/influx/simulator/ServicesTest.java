package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.TestingClient.Answer;
import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.population.SimulatedUser;
import dev.influx.simulator.population.Standing;
import dev.influx.simulator.population.Truth;
import dev.influx.simulator.world.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, usage and compliance jobs. */
class ServicesTest {

  private static final Instant LATER = World.START.plus(Duration.ofDays(200));

  private final TestingClock clock = new TestingClock(Instant.parse("2026-03-03T10:00:00Z"));
  private final SimulatorSettings settings =
      SimulatorSettings.defaults().withAuthors(3_000).withVirtualTime(LATER, 0).withClock(clock);
  private final Simulator simulator = Simulator.start(settings);
  private final TestingClient client = new TestingClient(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void givesTheTokenForKeyAndSecret() {
    Answer answer = token("simulator", settings.access().secret().value(), "client_credentials");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            json(
                "{\"token_type\":\"bearer\",\"access_token\":\"%s\"}"
                    .formatted(simulator.token().value())));
    assertThat(simulator.journal().toString()).doesNotContain(simulator.token().value());
  }

  @Test
  void givesNothingForOtherKeys() {
    Answer answer = token("simulator", "wrong", "client_credentials");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json())
        .isEqualTo(
            json(
                """
                {"errors":[{"code":99,"label":"authenticity_token_error",
                "message":"Unable to verify your credentials"}]}
                """));
    assertThat(token("simulator", settings.access().secret().value(), "password").status())
        .isEqualTo(403);
    assertThat(client.get("/oauth2/token").status()).isEqualTo(405);
  }

  @Test
  void tellsTheUsage() {
    client.get("/2/users?ids=" + ids(Standing.ACTIVE, 3));
    clock.advance(Duration.ofDays(1));
    client.get("/2/users?ids=" + ids(Standing.ACTIVE, 2));

    assertThat(client.get("/2/usage/tweets").json())
        .isEqualTo(
            json(
                """
                {"data":{"cap_reset_day":1,"project_cap":"3000000",
                "project_id":"1650000000000000007","project_usage":"5"}}
                """));
    assertThat(
            client
                .get("/2/usage/tweets?days=1&usage.fields=daily_project_usage")
                .json()
                .at("/data/daily_project_usage/usage"))
        .isEqualTo(json("[{\"date\":\"2026-03-04T00:00:00.000Z\",\"usage\":\"2\"}]"));
    assertThat(client.getWithout("/2/usage/tweets").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "91", "x", "-1", ""})
  void refusesOtherNumbersOfDays(String days) {
    assertThat(client.get("/2/usage/tweets?days=" + days).status()).isEqualTo(400);
  }

  @Test
  void findsWhomToForget() {
    JsonNode job = create("{\"type\":\"users\",\"name\":\"all\",\"resumable\":true}").json();
    assertThat(job.at("/data/status").asText()).isEqualTo("created");
    assertThat(job.at("/data/resumable").asBoolean()).isTrue();
    assertThat(job.at("/data/upload_expires_at").asText()).isEqualTo("2026-03-03T10:15:00.000Z");
    assertThat(job.at("/data/download_expires_at").asText()).isEqualTo("2026-03-10T10:00:00.000Z");
    List<Truth> truth = simulator.population().truth().toList();
    String lines = truth.stream().map(Truth::id).collect(Collectors.joining("\n")) + "\n99\n";

    assertThat(put(job, lines).status()).isEqualTo(200);
    assertThat(status(job)).isEqualTo("in_progress");
    assertThat(download(job).status()).isEqualTo(403);
    clock.advance(Duration.ofSeconds(1));
    assertThat(status(job)).isEqualTo("complete");
    Map<String, String> expected =
        truth.stream()
            .filter(known -> reason(known) != null)
            .collect(Collectors.toMap(Truth::id, ServicesTest::reason));
    Map<String, String> found =
        download(job)
            .text()
            .lines()
            .map(TestingClient::json)
            .collect(Collectors.toMap(l -> l.get("id").asText(), l -> l.get("reason").asText()));
    assertThat(found).isEqualTo(expected);
    assertThat(found.values()).contains("deleted", "suspended", "protected");
  }

  @Test
  void writesFindingsAsXDoes() {
    JsonNode job = create("{\"type\":\"users\"}").json();
    put(job, ids(Standing.SUSPENDED, 1));
    clock.advance(Duration.ofSeconds(1));
    JsonNode line = json(download(job).text());

    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly("id", "action", "created_at", "redacted_at", "reason");
    assertThat(line.at("/action").asText()).isEqualTo("delete");
    assertThat(line.at("/created_at").asText()).endsWith(".000Z");
  }

  @Test
  void runsOneJobOfATypeAtATime() {
    JsonNode first = create("{\"type\":\"users\"}").json();
    assertThat(create("{\"type\":\"users\"}").status()).isEqualTo(409);
    assertThat(create("{\"type\":\"tweets\"}").status()).isEqualTo(200);

    clock.advance(Duration.ofMinutes(15));
    assertThat(status(first)).isEqualTo("expired");
    assertThat(put(first, "1").status()).isEqualTo(403);
    assertThat(create("{\"type\":\"users\"}").status()).isEqualTo(200);
    assertThat(client.get("/2/compliance/jobs?type=users").json().at("/data")).hasSize(2);
    assertThat(client.get("/2/compliance/jobs?type=users&status=created").json().at("/data"))
        .hasSize(1);
    assertThat(client.get("/2/compliance/jobs?type=users&status=complete").json())
        .isEqualTo(json("{\"meta\":{\"result_count\":0}}"));
  }

  @Test
  void failsOverLinesThatAreNoIds() {
    JsonNode job = create("{\"type\":\"users\"}").json();
    put(job, "1\nnot an id\n");
    clock.advance(Duration.ofSeconds(1));

    assertThat(status(job)).isEqualTo("failed");
    assertThat(download(job).status()).isEqualTo(403);
  }

  @Test
  void opensFilesToTheirSignatureOnly() {
    JsonNode job = create("{\"type\":\"users\"}").json();
    String url = job.at("/data/upload_url").asText();

    assertThat(put(url.replaceFirst("=.*", "=0"), "1").status()).isEqualTo(403);
    assertThat(client.get(URI.create(url).getPath()).status()).isEqualTo(405);
    assertThat(put(url, "1").status()).isEqualTo(200);
    assertThat(put(url, "1").status()).as("once only").isEqualTo(403);
    clock.advance(Duration.ofDays(7));
    assertThat(download(job).status()).as("after a week").isEqualTo(403);
    String signature = url.replaceFirst(".*=", "");
    assertThat(simulator.journal().toString()).doesNotContain(signature);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{\"type\":\"posts\"}", "{}", "[]", "nonsense", "``"})
  void refusesJobsOfOtherTypes(String body) {
    assertThat(create(body).status()).isEqualTo(400);
  }

  @Test
  void refusesLongNamesAndOtherLists() {
    String name = "n".repeat(65);
    assertThat(create("{\"type\":\"users\",\"name\":\"" + name + "\"}").status()).isEqualTo(400);
    assertThat(client.get("/2/compliance/jobs").status()).isEqualTo(400);
    assertThat(client.get("/2/compliance/jobs/12").status()).isEqualTo(404);
  }

  @Test
  void neitherTokensNorJobsAreBilled() {
    create("{\"type\":\"users\"}");
    client.get("/2/usage/tweets");

    assertThat(simulator.meter().returned()).isEmpty();
  }

  @Test
  void faultsBefallTheseToo() {
    simulator.load(
        FaultScript.parse(
            "faults: [{kind: error_500, endpoint: /oauth2/token},"
                + " {kind: error_503_json, endpoint: '/2/compliance/jobs/{id}'}]",
            "test"));

    assertThat(token("a", "b", "client_credentials").status()).isEqualTo(500);
    assertThat(client.get("/2/compliance/jobs/1").status()).isEqualTo(503);
  }

  private Answer token(String key, String secret, String grant) {
    String basic = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(UTF_8));
    return client.send(
        HttpRequest.newBuilder(simulator.uri().resolve("/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .POST(BodyPublishers.ofString("grant_type=" + grant)));
  }

  private Answer create(String body) {
    return client.send(client.request("/2/compliance/jobs").POST(BodyPublishers.ofString(body)));
  }

  private String status(JsonNode job) {
    String id = job.at("/data/id").asText();
    return client.get("/2/compliance/jobs/" + id).json().at("/data/status").asText();
  }

  private Answer put(JsonNode job, String ids) {
    return put(job.at("/data/upload_url").asText(), ids);
  }

  private Answer put(String url, String ids) {
    return client.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "text/plain")
            .PUT(BodyPublishers.ofString(ids)));
  }

  private Answer download(JsonNode job) {
    return client.send(HttpRequest.newBuilder(URI.create(job.at("/data/download_url").asText())));
  }

  private static String reason(Truth known) {
    return switch (known.life().at(LATER).standing()) {
      case DELETED -> "deleted";
      case SUSPENDED -> "suspended";
      case PROTECTED -> "protected";
      case ACTIVE, ABSENT -> null;
    };
  }

  private String ids(Standing standing, int count) {
    return IntStream.range(0, simulator.population().size())
        .mapToObj(i -> simulator.population().at(i, LATER))
        .flatMap(Optional::stream)
        .filter(user -> user.standing() == standing)
        .limit(count)
        .map(SimulatedUser::id)
        .collect(Collectors.joining(","));
  }
}
