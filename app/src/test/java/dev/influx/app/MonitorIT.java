package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The page of a whole pipe, as programs see it. */
@Isolated("a whole pipe takes the processors")
class MonitorIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PAGE = Pattern.compile("page +(http://127\\.0\\.0\\.1:\\d+)");

  /** What there is to tell only while something happens that does not happen here. */
  private static final Set<String> ONLY_SOMETIMES =
      Set.of(
          "influx_lag_catch_up_seconds",
          "influx_commit_age_seconds",
          "influx_retention_margin_seconds",
          "influx_replay_progress_ratio",
          "influx_replay_eta_seconds",
          "influx_replay_state");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path directory;

  @Test
  void theStateOfAPipeIsTrueAndItsMetricsAreThoseOfTheContract() throws Exception {
    try (TestingInflux up =
        TestingInflux.start(
            directory, "up", "--authors", "200", "--data", "d", "--page-port", "0")) {
      URI page = page(up);
      JsonNode state =
          await().atMost(PATIENCE).until(() -> state(page), it -> isComplete(it) && isReady(page));
      assertCounts(state);
      assertThat(strings(state.at("/pipe/nodes"), "id"))
          .containsExactly("harvester", "raw", "scorer", "accepted", "rejected", "dead", "sink");
      assertThat(state.at("/policy/active/id").asText()).isNotBlank();
      assertThat(state.at("/snapshots")).anyMatch(it -> it.at("/current").booleanValue());
      assertThat(state.at("/collector/state").asText()).isEqualTo("ok");
      assertAnAuthorIsFound(page);
      assertActionsAreGuarded(page);
      writeGarbage();
      await().atMost(PATIENCE).untilAsserted(() -> assertEveryRecordIsAccountedFor(page));
      assertCommandsSayTheSame(page);
      await().atMost(PATIENCE).untilAsserted(() -> assertMetrics(get(page, "/metrics").body()));
      for (String path : List.of("/healthz", "/readyz", "/topology", "/topology?format=svg")) {
        assertThat(get(page, path).statusCode()).as(path).isEqualTo(200);
      }
      assertThat(get(page, "/api/groups/influx.scorer").body()).contains("member_list");
      assertThat(get(page, "/api/groups/nobody").statusCode()).isEqualTo(404);
      assertThat(JSON.readTree(get(page, "/api/lag/history").body()).at("/at")).isNotEmpty();
    }
  }

  /** Everybody was scored, counted and published. */
  private static boolean isComplete(JsonNode state) {
    JsonNode rates = state.at("/rates");
    long known =
        rates.at("/accepted_records").longValue() + rates.at("/rejected_records").longValue();
    // some of the invented authors are gone: how many there are is not known before
    return known > 100
        && state.at("/headline/profiles_waiting").asLong(1) == 0
        && state.at("/snapshots/0/count").longValue() > 0
        && state.at("/policy/active").isObject();
  }

  private static boolean isReady(URI page) {
    try {
      return get(page, "/readyz").statusCode() == 200;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a test", e);
    }
  }

  private void writeGarbage() throws Exception {
    JsonNode addresses = JSON.readTree(directory.resolve("d/addresses.json").toFile());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", addresses.get("broker").textValue()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("influx.profiles.raw", "1", "garbage")).get();
    }
  }

  /** Whatever else is observed meanwhile. */
  private static void assertEveryRecordIsAccountedFor(URI page) throws Exception {
    JsonNode account = state(page).at("/conservation");
    assertThat(account.at("/dead").asLong()).isEqualTo(1);
    assertThat(account.at("/gap_records").asLong(-1)).isZero();
    assertThat(account.at("/first_missing").isNull()).isTrue();
    assertThat(account.at("/raw").asLong())
        .isEqualTo(
            Stream.of("accepted", "rejected", "dead", "duplicate", "stale")
                .mapToLong(outcome -> account.get(outcome).longValue())
                .sum());
  }

  /** Of the rules of a pipe only that about letters has been broken, and none is left out. */
  private void assertCommandsSayTheSame(URI page) throws Exception {
    JsonNode status = said(ExitCode.OK, "status");
    assertThat(status.at("/conservation/dead").asLong()).isEqualTo(1);
    assertThat(status.at("/conservation/gap_records").asLong(-1)).isZero();
    JsonNode shown = state(page);
    for (String same : List.of("/rates/accepted_records", "/rates/codes/0/code", "/scores/live")) {
      assertThat(status.at("/page" + same)).as(same).isEqualTo(shown.at(same));
      assertThat(shown.at(same).isMissingNode()).as(same).isFalse();
    }
    JsonNode checked = said(ExitCode.CHECK_FAILED, "check");
    assertThat(checked.at("/left_out")).isEmpty();
    assertThat(strings(checked.at("/findings"), "rule"))
        .contains("letters")
        .doesNotContain("gap", "rejections", "snapshot", "policy", "replay", "collector");
  }

  private JsonNode said(ExitCode expected, String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--data", "d", "--format", "json"));
    TestingShell shell = new TestingShell(directory);
    assertThat(shell.run(all.toArray(String[]::new)))
        .as("%s %s", shell.outLines(), shell.errLines())
        .isEqualTo(expected);
    return JSON.readTree(shell.out());
  }

  private static void assertCounts(JsonNode state) {
    assertThat(state.at("/scores/live/count").longValue())
        .isEqualTo(state.at("/rates/accepted_records").longValue());
    assertThat(strings(state.at("/groups"), "group")).contains("influx.scorer", "influx.sink");
    assertThat(state.at("/actions_allowed").booleanValue()).isTrue();
  }

  /**
   * Names, types, labels and their values are those of the list, and nobody says anything twice.
   */
  private static void assertMetrics(String text) throws IOException {
    TestingScrape scrape = new TestingScrape(text);
    Set<String> contract = TestingMetricNames.exported().families().keySet();
    assertThat(scrape.families().keySet())
        .containsAll(contract.stream().filter(name -> !ONLY_SOMETIMES.contains(name)).toList());
    scrape.assertIsAsAgreed();
  }

  private void assertAnAuthorIsFound(URI page) throws Exception {
    JsonNode first = JSON.readTree(Files.readAllLines(directory.resolve("d/latest.jsonl")).get(0));
    JsonNode author =
        JSON.readTree(get(page, "/api/authors?who=" + first.get("id").asText()).body());
    assertThat(author.at("/handle")).isEqualTo(first.get("handle"));
    assertThat(author.at("/verdict").asText()).isEqualTo("accepted");
    assertThat(author.at("/observations")).isNotEmpty();
    assertThat(get(page, "/api/authors?who=@nobody_at_all").statusCode()).isEqualTo(404);
  }

  private void assertActionsAreGuarded(URI page) throws Exception {
    String token = Files.readString(directory.resolve("d/monitor/token")).strip();
    String body = "{\"target\":\"undecodable\",\"name\":\"undecodable\"}";
    assertThat(act(page, "dead-redrive", "wrong", body)).isEqualTo(401);
    assertThat(act(page, "dead-redrive", token, "{\"target\":\"a\",\"name\":\"b\"}"))
        .isEqualTo(409);
    assertThat(act(page, "nothing", token, body)).isEqualTo(404);
    assertThat(act(page, "dead-redrive", token, body)).isEqualTo(409);
  }

  private static int act(URI page, String action, String token, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(page.resolve("/api/actions/" + action))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static URI page(TestingInflux up) {
    await().atMost(PATIENCE).until(() -> PAGE.matcher(up.err()).find());
    Matcher matcher = PAGE.matcher(up.err());
    assertThat(matcher.find()).isTrue();
    return URI.create(matcher.group(1));
  }

  private static JsonNode state(URI page) throws Exception {
    return JSON.readTree(get(page, "/api/state").body());
  }

  private static HttpResponse<String> get(URI page, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(HttpRequest.newBuilder(page.resolve(path)).build(), BodyHandlers.ofString());
  }

  private static List<String> strings(JsonNode list, String key) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(it -> it.path(key).asText())
        .toList();
  }
}
