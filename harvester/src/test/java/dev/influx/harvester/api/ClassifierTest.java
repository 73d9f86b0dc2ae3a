package dev.influx.harvester.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Answer.Stop.Kind;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.runtime.Secret;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies are those that X was seen to send, with other names. */
final class ClassifierTest {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROBLEM = "application/problem+json";
  private static final Lookup LOOKUP = new Lookup(By.HANDLE, List.of("Ada", "grey_pelican", "bob"));

  private final Classifier classifier =
      new Classifier(
          ApiSettings.of(
              URI.create("https://api.x.com"), Secret.of("canary-token"), "INFLUX_API_TOKEN"));

  @Test
  void readsUsersWithTheirEvidence() throws Exception {
    byte[] body = "{\"data\":[{\"id\":\"1\",\"username\":\"Ada\"}]}".getBytes(UTF_8);
    Received received =
        new Received(
            200,
            Replies.headers(
                "x-transaction-id", "5f0c1de2a94b7788", "date", "Tue, 03 Mar 2026 09:59:58 UTC"),
            Body.of(body),
            TestingTime.START);

    Answer answer = classifier.classify(LOOKUP, received);

    Page page = ((Answer.Ok) answer).page();
    assertThat(page.users()).hasSize(1);
    assertThat(page.evidence().endpoint()).isEqualTo("GET /2/users/by");
    assertThat(page.evidence().requestId()).contains("5f0c1de2a94b7788");
    assertThat(page.evidence().serverDate()).contains(Instant.parse("2026-03-03T09:59:58Z"));
    assertThat(page.evidence().fetchedAt()).isEqualTo(TestingTime.START);
    assertThat(page.evidence().sha256().bytes())
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(body));
  }

  @Test
  void takesErrorsWithoutUsersForAnAnswer() {
    assertThat(classify(200, JSON, "{\"errors\":[{\"value\":\"Ada\"}]}"))
        .isInstanceOf(Answer.Ok.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"meta\":{}}", "{\"data\":null}", "{\"data\":[", "oops"})
  void triesAgainWhenA200SaysNothing(String body) {
    assertThat(classify(200, JSON, body)).isInstanceOf(Answer.Transient.class);
  }

  @Test
  void namesTheKeysThatSpoilABatch() {
    Answer answer =
        classify(
            400,
            JSON,
            """
            {"errors":[{"parameters":{"usernames":["Grey_Pelican"]},"message":"The `usernames` query \
            parameter value [Grey_Pelican] does not match ^[A-Za-z0-9_]{1,15}$"}],
            "title":"Invalid Request","detail":"One or more parameters to your request was invalid.",
            "type":"https://api.twitter.com/2/problems/invalid-request"}""");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Poison.class,
            poison -> {
              assertThat(poison.badKeys()).containsExactly("grey_pelican");
              assertThat(poison.detail()).startsWith("Invalid Request: One or more parameters");
            });
  }

  @Test
  void readsTheSingularNameOfTheParameterToo() {
    Answer answer = classify(400, JSON, "{\"errors\":[{\"parameters\":{\"username\":[\"bob\"]}}]}");

    assertThat(answer)
        .asInstanceOf(InstanceOfAssertFactories.type(Answer.Poison.class))
        .extracting(Answer.Poison::badKeys)
        .isEqualTo(List.of("bob"));
  }

  @Test
  void believesNoComplaintAboutEveryKeyAtOnce() {
    Answer answer =
        classify(
            400,
            JSON,
            "{\"errors\":[{\"parameters\":{\"usernames\":[\"Ada\",\"grey_pelican\",\"bob\"]}}]}");

    assertThat(((Answer.Poison) answer).badKeys()).isEmpty();
  }

  @Test
  void knowsNoKeyWhenXNamesNone() {
    Answer answer =
        classify(400, JSON, "{\"type\":\"https://api.x.com/2/problems/invalid-request\"}");

    assertThat(((Answer.Poison) answer).badKeys()).isEmpty();
  }

  @Test
  void blamesNoAuthorForAnotherParameter() {
    Answer answer =
        classify(
            400,
            JSON,
            """
            {"errors":[{"parameters":{"user.fields":["affiliation"]},"message":"not one of"}],
            "type":"https://api.twitter.com/2/problems/invalid-request"}""");

    assertStop(answer, Kind.CONFIG, "user.fields", "dialect");
  }

  @Test
  void blamesNoAuthorForA400ThatIsNotOfX() {
    assertStop(
        classify(400, "text/html", "<html>Bad Request</html>"), Kind.CONFIG, "400", "base_url");
  }

  @Test
  void stopsAtAWrongTokenAndSaysWhereItIsFrom() {
    Answer answer =
        classify(
            401,
            PROBLEM,
            "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401,"
                + "\"detail\":\"Unauthorized\"}");

    assertStop(answer, Kind.AUTH, "401 Unauthorized", "INFLUX_API_TOKEN");
    assertThat(((Answer.Stop) answer).remedy()).contains("https://developer.x.com");
  }

  @Test
  void readsTheOlderFormOfFailures() {
    Answer answer =
        classify(
            401, JSON, "{\"errors\":[{\"message\":\"Invalid or expired token\",\"code\":89}]}");

    assertStop(answer, Kind.AUTH, "Invalid or expired token", "INFLUX_API_TOKEN");
  }

  @Test
  void tellsWhatToDoForAnAppThatIsNotEnrolled() {
    Answer answer =
        classify(
            403,
            PROBLEM,
            """
            {"detail":"you must use keys from a developer App that is attached to a Project.",
            "title":"Client Forbidden","reason":"client-not-enrolled",
            "type":"https://api.twitter.com/2/problems/client-forbidden"}""");

    assertStop(answer, Kind.AUTH, "Client Forbidden", "attach the app");
  }

  @Test
  void stopsAtARefusalInJsonButNotAtABlockPage() {
    assertStop(
        classify(403, PROBLEM, "{\"title\":\"Forbidden\",\"detail\":\"Forbidden\"}"),
        Kind.AUTH,
        "403 Forbidden",
        "INFLUX_API_TOKEN");
    assertThat(classify(403, "text/html", "<!DOCTYPE html>Just a moment..."))
        .isInstanceOf(Answer.Transient.class);
  }

  @Test
  void stopsWhenThereIsNothingLeftToPayWith() {
    Answer answer =
        classify(
            402,
            PROBLEM,
            """
            {"title":"Payment Required","detail":"credits depleted",
            "type":"https://api.x.com/2/problems/credits-depleted","status":402}""");

    assertStop(answer, Kind.QUOTA, "credits depleted", "credits");
  }

  @Test
  void tellsAUsageCapFromARateLimit() {
    Answer capped =
        classify(
            429,
            PROBLEM,
            """
            {"account_id":1650000000000000042,"product_name":"standard-basic",
            "title":"UsageCapExceeded","period":"Monthly","scope":"Product",
            "detail":"Usage cap exceeded: Monthly product cap",
            "type":"https://api.twitter.com/2/problems/usage-capped"}""");

    assertStop(capped, Kind.QUOTA, "Monthly product cap", "period");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"Too Many Requests\",\"detail\":\"Too Many Requests\",\"status\":429}",
        "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}",
        "Rate limit exceeded",
        ""
      })
  void waitsAtARateLimitInAllItsForms(String body) {
    assertThat(classify(429, JSON, body)).isInstanceOf(Answer.Limited.class);
  }

  @ParameterizedTest
  @CsvSource({
    "500, application/json, {}",
    "502, text/html, <html>Bad gateway</html>",
    "503, text/plain, upstream connect error or disconnect/reset before headers",
    "503, application/json, not json at all",
    "408, text/plain, timeout",
    "204, application/json, ''"
  })
  void triesAgainWhatPassesByItself(int status, String type, String body) {
    assertThat(classify(status, type, body))
        .isInstanceOfSatisfying(
            Answer.Transient.class,
            failure -> assertThat(failure.why()).startsWith(Integer.toString(status)));
  }

  @Test
  void stopsAtAnAddressWithoutAnApi() {
    assertStop(classify(404, PROBLEM, "{\"title\":\"Not Found\"}"), Kind.CONFIG, "404", "base_url");
  }

  @Test
  void followsNobodyWithTheToken() {
    Received received =
        new Received(
            307,
            Replies.headers("location", "https://elsewhere.example/2/users?token=canary-token"),
            Body.EMPTY,
            TestingTime.START);

    Answer answer = classifier.classify(LOOKUP, received);

    assertStop(answer, Kind.CONFIG, "307 to https://elsewhere.example", "base_url");
    assertThat(answer.toString()).doesNotContain("canary");
  }

  @Test
  void triesAgainAfterAnExchangeThatBroke() {
    assertThat(classifier.classify(new IOException("Connection reset by canary-token")))
        .isEqualTo(new Answer.Transient("IOException: Connection reset by ***"));
    assertThat(classifier.classify(new IOException()))
        .isEqualTo(new Answer.Transient("IOException"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 408, 418, 429, 500})
  void echoesTheTokenInNoFailure(int status) {
    String echo = "{\"title\":\"T\",\"detail\":\"you sent: Authorization: Bearer canary-token\"}";

    assertThat(classify(status, JSON, echo).toString()).doesNotContain("canary");
    assertThat(classify(status, "text/html", echo).toString()).doesNotContain("canary");
  }

  private Answer classify(int status, String type, String body) {
    return classifier.classify(LOOKUP, Replies.received(status, type, body));
  }

  private static void assertStop(Answer answer, Kind kind, String why, String remedy) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Stop.class,
            stop -> {
              assertThat(stop.kind()).isEqualTo(kind);
              assertThat(stop.why()).contains(why);
              assertThat(stop.remedy()).contains(remedy);
            });
  }
}
