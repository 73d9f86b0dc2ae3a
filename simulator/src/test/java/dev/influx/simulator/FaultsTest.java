package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.simulator.TestingClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
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

/** Each fault of an answer, one by one, as a client meets it. */
class FaultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00.250Z");
  private static final long SECONDS = NOW.getEpochSecond();

  private final TestingFaults faults = new TestingFaults(NOW);
  private final Simulator simulator = faults.simulator();
  private final TestingClient client = faults.client();
  private final String target = faults.target();

  @AfterEach
  void close() {
    faults.close();
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
    faults.script("{kind: " + kind + ", times: 1}");
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
    faults.script("{kind: " + kind + ", times: 1}");
    Answer answer = client.get(target);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("location")).isEqualTo("https://elsewhere.example" + target);

    faults.script("{kind: " + kind + ", to: 'http://127.0.0.2:81'}");
    assertThat(client.get(target).header("location")).isEqualTo("http://127.0.0.2:81" + target);
  }

  @Test
  void sendsNothingWithStatus200() {
    faults.script("{kind: empty_body}");

    for (Answer answer : new Answer[] {client.get(target), zipped()}) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.bytes()).isEmpty();
      assertThat(answer.header("content-encoding")).isEqualTo("absent");
    }
    faults.assertPaid();
  }

  @Test
  void packsHalfTheJsonWell() throws IOException {
    byte[] whole = client.get(target).bytes();
    faults.script("{kind: truncated_json}");
    byte[] half = unzip(zipped().bytes());

    assertThat(half).hasSize(whole.length / 2).isEqualTo(Arrays.copyOf(whole, half.length));
    assertThatThrownBy(() -> JSON.readTree(half)).isInstanceOf(IOException.class);
  }

  @Test
  void sendsHalfOfWhatIsPacked() {
    faults.script("{kind: truncated_gzip}");
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
    faults.script("{kind: gzip_bomb, bytes: 20000000}");
    Answer answer = zipped();
    byte[] unpacked = unzip(answer.bytes());

    assertThat(answer.bytes().length).isLessThan(200_000);
    assertThat(unpacked).hasSize(20_000_000 + whole.length);
    assertThat(JSON.readTree(unpacked)).isEqualTo(JSON.readTree(whole));
  }

  @Test
  void breaksUtf8() {
    faults.script("{kind: invalid_utf8}");
    Answer answer = client.get(target);

    assertThatThrownBy(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.bytes())))
        .isInstanceOf(CharacterCodingException.class);
    assertThatThrownBy(() -> JSON.readTree(answer.bytes())).isInstanceOf(IOException.class);
  }

  @Test
  void repeatsKeys() throws IOException {
    JsonNode good = client.get(target).json();
    faults.script("{kind: duplicate_keys}");
    Answer answer = client.get(target);

    assertThat(answer.json()).as("the last one wins").isEqualTo(good);
    ObjectMapper strict = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    assertThatThrownBy(() -> strict.readTree(answer.bytes()))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("Duplicate field");
  }

  @Test
  void addsKeysThatNobodyKnows() {
    faults.script("{kind: unknown_keys}");
    JsonNode body = client.get(target).json();

    assertThat(body.at("/something_new")).isEqualTo(json("{\"nested\":null}"));
    assertThat(body.at("/data/0/something_new/nested").isNull()).isTrue();
    assertThat(body.at("/data/0/public_metrics").has("something_new")).isTrue();
    assertThat(body.at("/data/0/id").isTextual()).isTrue();
  }

  @Test
  void quotesNumbers() {
    JsonNode good = client.get(target).json();
    faults.script("{kind: numbers_as_strings}");
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
    faults.script(rule);
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
    faults.script(rule);

    assertThat(client.get(target).header("x-rate-limit-reset"))
        .isEqualTo(Long.toString(SECONDS + seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"handle: NOBODY", "endpoint: /2/users/by", "nth: 1"})
  void aScriptTiesAFaultToSomeRequests(String trigger) {
    faults.script("{kind: error_500, " + trigger + "}");

    assertThat(client.get("/2/users?ids=1").status())
        .isEqualTo(trigger.equals("nth: 1") ? 500 : 200);
    assertThat(client.get(target).status()).isEqualTo(trigger.equals("nth: 1") ? 200 : 500);
  }

  private Answer zipped() {
    return client.send(client.request(target).header("accept-encoding", "gzip"));
  }

  private static byte[] unzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }
}
