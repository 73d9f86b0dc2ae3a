package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.TestingClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {

  private static final String ONE = "/2/users/by?usernames=nobody";
  private static final List<String> RATE_HEADERS =
      List.of("x-rate-limit-limit", "x-rate-limit-remaining", "x-rate-limit-reset");

  private final TestingClock clock = new TestingClock(Instant.parse("2026-03-03T10:00:00.250Z"));
  private final SimulatorSettings settings =
      SimulatorSettings.defaults()
          .withAuthors(200)
          .withClock(clock)
          .withRateLimit(5, Duration.ofMinutes(15));
  private final Simulator simulator = Simulator.start(settings);
  private final TestingClient client = new TestingClient(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void answersWithTheHeadersOfX() {
    Answer answer = client.get(ONE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("application/json; charset=utf-8");
    assertThat(answer.header("date")).isEqualTo("Tue, 03 Mar 2026 10:00:00 UTC");
    assertThat(answer.header("x-rate-limit-limit")).isEqualTo("5");
    assertThat(answer.header("x-rate-limit-remaining")).isEqualTo("4");
    assertThat(answer.header("x-rate-limit-reset")).isEqualTo("1772532900");
    assertThat(answer.header("x-transaction-id")).matches("[0-9a-f]{16}");
    assertThat(answer.header("api-version")).isEqualTo("2.164");
    assertThat(answer.header("content-disposition")).isEqualTo("attachment; filename=json.json");
    assertThat(answer.header("cache-control")).contains("no-store");
    assertThat(answer.header("set-cookie")).startsWith("guest_id=");
    assertThat(answer.header("content-encoding")).isEqualTo("absent");
    assertThat(client.get(ONE).header("x-transaction-id"))
        .isNotEqualTo(answer.header("x-transaction-id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate, gzip", "GZIP;q=0.5", "br , gzip ; q=1.0"})
  void compressesWhenAsked(String accepted) throws IOException {
    Answer plain = client.get(ONE);
    Answer answer = client.send(client.request(ONE).header("accept-encoding", accepted));

    assertThat(answer.header("content-encoding")).isEqualTo("gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.bytes());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.0", "xgzip"})
  void doesNotCompressUnasked(String accepted) {
    Answer answer = client.send(client.request(ONE).header("accept-encoding", accepted));

    assertThat(answer.header("content-encoding")).isEqualTo("absent");
    assertThat(answer.json().has("errors")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Basic %s",
        "%s",
        "Bearer %sx",
        "Bearer %s x"
      })
  void refusesEveryOtherToken(String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(simulator.uri().resolve(ONE))
            .header("Authorization", authorization.replace("%s", simulator.token().value()));
    Answer answer = client.send(request);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json())
        .isEqualTo(
            json(
                """
                {"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}
                """));
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(RATE_HEADERS).allMatch(name -> answer.header(name).equals("absent"));
  }

  @Test
  void aRefusedTokenDoesNotUseUpTheWindow() {
    IntStream.range(0, 20).forEach(i -> client.getWithout(ONE));

    assertThat(client.getWithout(ONE).status()).isEqualTo(401);
    assertThat(client.get(ONE).header("x-rate-limit-remaining")).isEqualTo("4");
  }

  @Test
  void theTokenIsTakenAsItIs() {
    AccessToken token = AccessToken.of("AAAA%2Fb%3Dc");
    try (Simulator other = Simulator.start(settings.withToken(token))) {
      assertThat(new TestingClient(other).get(ONE).status()).isEqualTo(200);
    }
  }

  @Test
  void aFullWindowIsClosedUntilItEnds() {
    IntStream.range(0, 5).forEach(i -> assertThat(client.get(ONE).status()).isEqualTo(200));
    clock.advance(Duration.ofSeconds(100));
    Answer refused = client.get(ONE);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json())
        .isEqualTo(
            json(
                """
                {"title":"Too Many Requests","detail":"Too Many Requests","type":"about:blank",
                "status":429}
                """));
    assertThat(refused.header("x-rate-limit-remaining")).isEqualTo("0");
    assertThat(refused.header("x-rate-limit-reset")).isEqualTo("1772532900");
    assertThat(refused.header("retry-after")).isEqualTo("absent");
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(200);

    clock.advance(Duration.ofSeconds(800));
    Answer next = client.get(ONE);
    assertThat(next.status()).isEqualTo(200);
    assertThat(next.header("x-rate-limit-remaining")).isEqualTo("4");
    assertThat(next.header("x-rate-limit-reset")).isEqualTo("1772533800");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/2/users/",
        "/2/users/by/",
        "/2/Users",
        "/2/users%2Fby",
        "/2/users/by/x",
        "/3/users?ids=1",
        "/2/../2/users?ids=1"
      })
  void otherPathsAreNotFound(String target) {
    Answer answer = client.get(target);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json())
        .isEqualTo(
            json(
                """
                {"title":"Not Found","detail":"Not Found","type":"about:blank","status":404}
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"})
  void onlyGetIsAllowed(String method) {
    Answer answer =
        client.send(client.request(ONE).method(method, BodyPublishers.ofString("a body")));
    Answer other =
        client.send(client.request("/_sim/health").method(method, BodyPublishers.noBody()));

    assertThat(List.of(answer.status(), other.status())).containsExactly(405, 405);
    assertThat(answer.header("allow")).isEqualTo("GET");
    assertThat(client.get(ONE).header("x-rate-limit-remaining")).isEqualTo("4");
  }

  @Test
  void theJournalTellsWhatWasAskedWithoutTheToken() {
    client.get("/2/users/by?usernames=a,b,c");
    clock.advance(Duration.ofSeconds(1));
    client.getWithout("/2/users?ids=1,2");
    client.get("/nowhere");
    client.get("/2/users/by?usernames=@");
    String fingerprint = simulator.token().fingerprint();

    assertThat(simulator.journal())
        .extracting(
            JournalEntry::path,
            JournalEntry::items,
            e -> e.token().orElse("none"),
            JournalEntry::status)
        .containsExactly(
            tuple("/2/users/by", 3, fingerprint, 200),
            tuple("/2/users", 2, "none", 401),
            tuple("/nowhere", 0, fingerprint, 404),
            tuple("/2/users/by", 1, fingerprint, 400));
    List<String> lines = client.getWithout("/_sim/journal").text().lines().toList();
    assertThat(lines).hasSize(4).noneMatch(line -> line.contains(simulator.token().value()));
    assertThat(json(lines.get(0)))
        .isEqualTo(
            json(
                """
                {"time":"2026-03-03T10:00:00.250Z","method":"GET","path":"/2/users/by","items":3,
                "asked":["a","b","c"],"token":"%s","status":200,"answer":"ok",
                "window":{"limit":5,"remaining":4,"reset":1772532900},"fault":null}
                """
                    .formatted(fingerprint)));
    assertThat(json(lines.get(1)).at("/token").isNull()).isTrue();
  }

  @Test
  void theJournalKeepsTheLatest() {
    Journal journal = Journal.inMemory();
    IntStream.rangeClosed(0, Journal.CAPACITY)
        .mapToObj(i -> entry("/" + i, "a,b"))
        .forEach(journal::add);

    assertThat(journal.entries()).hasSize(Journal.CAPACITY);
    assertThat(journal.entries().get(0).path()).isEqualTo("/1");
    assertThat(journal.entries().get(0).asked()).containsExactly("a", "b");
  }

  @Test
  void theJournalIsBoundedByWhatItHoldsToo() {
    Journal journal = Journal.inMemory();
    String keys = "x".repeat((int) Journal.MOST_CHARACTERS / 2);
    IntStream.range(0, 4).forEach(i -> journal.add(entry("/" + i, keys)));

    assertThat(journal.entries()).extracting(JournalEntry::path).containsExactly("/2", "/3");
  }

  private static JournalEntry entry(String path, String keys) {
    return new JournalEntry(
        Instant.EPOCH,
        "GET",
        path,
        keys,
        Optional.empty(),
        200,
        "ok",
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void offersItsSeedsWithoutAToken() {
    Answer answer = client.getWithout("/_sim/seeds.csv");
    List<String> lines = answer.text().lines().toList();

    assertThat(answer.header("content-type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(answer.text()).isEqualTo(simulator.seedsCsv());
    assertThat(lines.get(0)).isEqualTo("handle,domain,source_type,evidence,fetched_at");
    assertThat(lines).hasSize(203).hasSize(simulator.seeds().size() + 1);
    assertThat(lines.get(1)).isEqualTo(simulator.seeds().get(0).csv());
  }

  @Test
  void tellsItsHealthAndItsTime() {
    clock.advance(Duration.ofSeconds(10));
    JsonNode health = client.getWithout("/_sim/health").json();

    assertThat(health)
        .isEqualTo(
            json(
                """
                {"status":"up","authors":200,"virtual_time":"2025-01-01T10:00:00Z"}
                """));
    assertThat(simulator.virtualTime()).isEqualTo(Instant.parse("2025-01-01T10:00:00Z"));
    assertThat(client.getWithout("/_sim/other").status()).isEqualTo(404);
  }

  @Test
  void aTakenPortIsSaidInOneLine() {
    int port = simulator.uri().getPort();

    assertThatThrownBy(() -> Simulator.start(settings.withPort(port)))
        .isInstanceOf(UnableToStartSimulatorException.class)
        .hasMessageStartingWith("unable to start the simulator on 127.0.0.1:" + port)
        .hasMessageEndingWith("choose another host or port")
        .message()
        .hasLineCount(1);
  }

  @Test
  void anAddressForEverybodyIsAlsoOneForThisMachine() {
    try (Simulator open = Simulator.start(settings.withHost("0.0.0.0"))) {
      assertThat(open.uri().getHost()).isEqualTo("127.0.0.1");
      assertThat(new TestingClient(open).get(ONE).status()).isEqualTo(200);
    }
  }

  @Test
  void aClosedSimulatorFreesItsPort() {
    int port = simulator.uri().getPort();
    client.get(ONE);
    simulator.close();
    simulator.close();

    try (Simulator next = Simulator.start(settings.withPort(port))) {
      assertThat(next.uri().getPort()).isEqualTo(port);
      assertThat(new String(new TestingClient(next).get(ONE).bytes(), UTF_8)).contains("nobody");
    }
  }
}
