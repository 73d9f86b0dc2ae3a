package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.simulator.TestingClient.Answer;
import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.world.World;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault, one by one, as a client meets it. */
class FaultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00.250Z");
  private static final long SECONDS = NOW.getEpochSecond();

  private final Simulator simulator =
      Simulator.start(
          SimulatorSettings.defaults()
              .withAuthors(200)
              .withVirtualTime(World.START, 0)
              .withClock(new TestingClock(NOW)));
  private final TestingClient client = new TestingClient(simulator);
  private final String target =
      "/2/users/by?usernames="
          + simulator.seeds().get(0).handle()
          + ","
          + simulator.seeds().get(1).handle()
          + ",nobody&user.fields=public_metrics,description";

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "error_500|500|application/problem+json|\"status\":500",
        "error_502|502|text/html|<h1>Bad gateway</h1>",
        "error_503_json|503|application/problem+json|\"detail\":\"Service Unavailable\"",
        "error_503_text|503|text/plain|Service Unavailable",
        "error_503_envoy|503|text/plain|upstream connect error or disconnect/reset before headers",
        "error_503_html|503|text/html|<!DOCTYPE html>",
        "error_403_html|403|text/html|<!DOCTYPE html>",
        "error_403_json|403|application/problem+json|\"title\":\"Forbidden\"",
        "error_403_not_enrolled|403|application/problem+json|\"reason\":\"client-not-enrolled\"",
        "error_403_suspended_caller|403|application/problem+json|/user-suspended",
        "error_401|401|application/problem+json|\"title\":\"Unauthorized\"",
        "error_402|402|application/problem+json|\"detail\":\"credits depleted\"",
        "error_404|404|application/problem+json|\"title\":\"Not Found\"",
        "error_408|408|application/problem+json|\"status\":408",
        "error_429|429|application/problem+json|\"title\":\"Too Many Requests\"",
        "error_429_usage_capped|429|application/problem+json|\"title\":\"UsageCapExceeded\""
      })
  void takesThePlaceOfTheAnswerOnce(String kind, int status, String type, String part) {
    script("{kind: " + kind + ", times: 1}");
    Answer answer = client.get(target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-type")).startsWith(type);
    assertThat(answer.text()).contains(part);
    boolean tells = status == 402 || status == 404 || status == 408 || status == 429;
    assertThat(answer.header("x-rate-limit-remaining")).isEqualTo(tells ? "300" : "absent");
    assertThat(simulator.meter().billed()).isEmpty();
    assertThat(simulator.journal().get(0).fault()).contains(kind);
    assertThat(client.get(target).status()).isEqualTo(200);
    assertThat(simulator.journal().get(1).fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"redirect_301,301", "redirect_307,307"})
  void redirectsToAnotherHost(String kind, int status) {
    script("{kind: " + kind + ", times: 1}");
    Answer answer = client.get(target);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("location")).isEqualTo("https://elsewhere.example" + target);

    script("{kind: " + kind + ", to: 'http://127.0.0.2:81'}");
    assertThat(client.get(target).header("location")).isEqualTo("http://127.0.0.2:81" + target);
  }

  @Test
  void resetsTheConnectionBeforeTheHeaders() throws IOException {
    script("{kind: reset_before_headers, times: 1}");

    try (Socket socket = ask()) {
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    assertPaid();
  }

  @Test
  void resetsTheConnectionInTheBody() throws IOException {
    script("{kind: reset_in_body, times: 1}");

    try (Socket socket = ask()) {
      String head = new String(socket.getInputStream().readNBytes(15), ISO_8859_1);
      assertThat(head).isEqualTo("HTTP/1.1 200 \r\n");
      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class);
    }
    assertPaid();
  }

  @Test
  void refusesConnectionsForATime() throws IOException {
    script("{kind: refuse_connections, seconds: 0.5, times: 1}");

    try (Socket open = connect();
        Socket socket = ask()) {
      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
      assertThatThrownBy(() -> open.getInputStream().read()).isInstanceOf(SocketException.class);
      assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }
    assertThat(untilItListens()).startsWith("HTTP/1.1 200");
  }

  @Test
  void stallsAndEndsWithoutAByte() throws IOException {
    script("{kind: stall, seconds: 0.3, times: 1}");

    try (Socket socket = ask()) {
      socket.setSoTimeout(50);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      socket.setSoTimeout(10_000);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertPaid();
  }

  @Test
  void aStallDoesNotHoldAStop() throws IOException {
    script("{kind: stall, seconds: 3600}");

    try (Socket socket = ask()) {
      socket.setSoTimeout(50);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      simulator.close();
      socket.setSoTimeout(10_000);
      assertThat(ended(socket)).isTrue();
    }
  }

  @Test
  void dripsTheWholeAnswerSlowly() throws IOException {
    byte[] whole = client.get(target).bytes();
    script("{kind: slow_drip, seconds: 0.4, times: 1}");

    try (Socket socket = ask()) {
      socket.setSoTimeout(10_000);
      String head = "";
      while (!head.endsWith("\r\n\r\n")) {
        head += (char) socket.getInputStream().read();
      }
      assertThat(socket.getInputStream().available()).isLessThan(whole.length);
      assertThat(socket.getInputStream().readNBytes(whole.length)).isEqualTo(whole);
    }
  }

  @Test
  void promisesMoreThanItSends() throws IOException {
    byte[] whole = client.get(target).bytes();
    script("{kind: wrong_content_length, bytes: 7, times: 1}");
    String answer = exchange();

    assertThat(answer).contains("content-length: " + (whole.length + 7) + "\r\n");
    assertThat(answer).endsWith("\r\n\r\n" + new String(whole, ISO_8859_1));
  }

  @Test
  void sendsInChunks() throws IOException {
    byte[] whole = client.get(target).bytes();
    script("{kind: chunked}");

    assertThat(client.get(target).bytes()).isEqualTo(whole);
    assertThat(exchange())
        .contains("transfer-encoding: chunked")
        .doesNotContain("content-length")
        .endsWith("\r\n0\r\n\r\n");
  }

  @Test
  void sendsNothingWithStatus200() {
    script("{kind: empty_body}");

    for (Answer answer : new Answer[] {client.get(target), zipped()}) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.bytes()).isEmpty();
      assertThat(answer.header("content-encoding")).isEqualTo("absent");
    }
    assertPaid();
  }

  @Test
  void packsHalfTheJsonWell() throws IOException {
    byte[] whole = client.get(target).bytes();
    script("{kind: truncated_json}");
    byte[] half = unzip(zipped().bytes());

    assertThat(half).hasSize(whole.length / 2).isEqualTo(Arrays.copyOf(whole, half.length));
    assertThatThrownBy(() -> JSON.readTree(half)).isInstanceOf(IOException.class);
  }

  @Test
  void sendsHalfOfWhatIsPacked() {
    script("{kind: truncated_gzip}");
    Answer answer = zipped();

    assertThat(answer.header("content-encoding")).isEqualTo("gzip");
    assertThat(answer.header("content-length")).isEqualTo("" + answer.bytes().length);
    assertThatThrownBy(() -> unzip(answer.bytes())).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> JSON.readTree(client.get(target).bytes()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void unpacksToALotThatIsBounded() throws IOException {
    byte[] whole = client.get(target).bytes();
    script("{kind: gzip_bomb, bytes: 20000000}");
    Answer answer = zipped();
    byte[] unpacked = unzip(answer.bytes());

    assertThat(answer.bytes().length).isLessThan(200_000);
    assertThat(unpacked).hasSize(20_000_000 + whole.length);
    assertThat(JSON.readTree(unpacked)).isEqualTo(JSON.readTree(whole));
  }

  @Test
  void breaksUtf8() {
    script("{kind: invalid_utf8}");
    Answer answer = client.get(target);

    assertThatThrownBy(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.bytes())))
        .isInstanceOf(CharacterCodingException.class);
    assertThatThrownBy(() -> JSON.readTree(answer.bytes())).isInstanceOf(IOException.class);
  }

  @Test
  void repeatsKeys() throws IOException {
    JsonNode good = client.get(target).json();
    script("{kind: duplicate_keys}");
    Answer answer = client.get(target);

    assertThat(answer.json()).as("the last one wins").isEqualTo(good);
    ObjectMapper strict = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    assertThatThrownBy(() -> strict.readTree(answer.bytes()))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("Duplicate field");
  }

  @Test
  void addsKeysThatNobodyKnows() {
    script("{kind: unknown_keys}");
    JsonNode body = client.get(target).json();

    assertThat(body.at("/something_new")).isEqualTo(json("{\"nested\":null}"));
    assertThat(body.at("/data/0/something_new/nested").isNull()).isTrue();
    assertThat(body.at("/data/0/public_metrics").has("something_new")).isTrue();
    assertThat(body.at("/data/0/id").isTextual()).isTrue();
  }

  @Test
  void quotesNumbers() {
    JsonNode good = client.get(target).json();
    script("{kind: numbers_as_strings}");
    JsonNode followers = client.get(target).json().at("/data/0/public_metrics/followers_count");

    assertThat(followers.isTextual()).isTrue();
    assertThat(followers.asText())
        .isEqualTo(good.at("/data/0/public_metrics/followers_count").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: date_utc}|date|Tue, 03 Mar 2026 10:00:00 UTC",
        "{kind: date_gmt}|date|Tue, 03 Mar 2026 10:00:00 GMT",
        "{kind: date_absent}|date|absent",
        "{kind: clock_skew}|date|Tue, 03 Mar 2026 11:00:00 UTC",
        "{kind: clock_skew, seconds: -3600}|date|Tue, 03 Mar 2026 09:00:00 UTC",
        "{kind: rate_reset_no_number}|x-rate-limit-reset|soon",
        "{kind: rate_headers_absent}|x-rate-limit-reset|absent",
        "{kind: retry_after, seconds: 7}|retry-after|7"
      })
  void changesAHeader(String rule, String header, String value) {
    script(rule);
    Answer answer = client.get(target);

    assertThat(answer.header(header)).isEqualTo(value);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/data")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'{kind: rate_reset_past}', -3600",
    "'{kind: rate_reset_far}', 315360000",
    "'{kind: clock_skew}', 4500",
    "'{kind: clock_skew, seconds: -3600}', -2700"
  })
  void movesTheEndOfTheWindow(String rule, long seconds) {
    script(rule);

    assertThat(client.get(target).header("x-rate-limit-reset"))
        .isEqualTo(Long.toString(SECONDS + seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"handle: NOBODY", "endpoint: /2/users/by", "nth: 1"})
  void aScriptTiesAFaultToSomeRequests(String trigger) {
    script("{kind: error_500, " + trigger + "}");

    assertThat(client.get("/2/users?ids=1").status())
        .isEqualTo(trigger.equals("nth: 1") ? 500 : 200);
    assertThat(client.get(target).status()).isEqualTo(trigger.equals("nth: 1") ? 200 : 500);
  }

  private void script(String rule) {
    simulator.load(FaultScript.parse("faults: [" + rule + "]", "test"));
  }

  /** The answer was made, and the two users in it are paid for. */
  private void assertPaid() {
    assertThat(simulator.meter().spent()).isEqualByComparingTo("0.020");
  }

  private Answer zipped() {
    return client.send(client.request(target).header("accept-encoding", "gzip"));
  }

  private static byte[] unzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.uri().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private Socket ask() throws IOException {
    Socket socket = connect();
    String request =
        "GET %s HTTP/1.1\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(target, simulator.token().value());
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    return socket;
  }

  private String exchange() throws IOException {
    try (Socket socket = ask()) {
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private String untilItListens() throws IOException {
    await().until(this::listens);
    return exchange();
  }

  private boolean listens() throws IOException {
    try (Socket socket = connect()) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  private static boolean ended(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }
}
