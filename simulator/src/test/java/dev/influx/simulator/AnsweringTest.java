package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.Answering.Check;
import dev.influx.simulator.SimulatorSettings.Access;
import dev.influx.simulator.TestingClient.Answer;
import dev.influx.simulator.money.Budget;
import dev.influx.simulator.population.SimulatedUser;
import dev.influx.simulator.rate.Limits;
import dev.influx.simulator.rate.Limits.Refusal;
import dev.influx.simulator.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where X has answered in more than one way. */
class AnsweringTest {

  private final TestingClock clock = new TestingClock(Instant.parse("2026-03-03T10:00:00Z"));
  private Simulator simulator;
  private TestingClient client;

  @AfterEach
  void close() {
    simulator.close();
  }

  private void start(UnaryOperator<SimulatorSettings> change) {
    simulator =
        Simulator.start(
            change.apply(
                SimulatorSettings.defaults()
                    .withAuthors(400)
                    .withVirtualTime(World.START, 0)
                    .withClock(clock)));
    client = new TestingClient(simulator);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user.fields=public_metric|The `user.fields` query parameter value [public_metric] is not",
        "user.fields=|",
        "user.fields=pinned_tweet_id,pinned_post_id,confirmed_email|",
        "expansions=pinned_post_id,affiliation.user_id|",
        "expansions=description|The `expansions` query parameter value [description] is not one of"
      })
  void refusesUnknownFieldsIfItIsToDoSo(String query, String message) {
    start(settings -> settings.with(Answering.defaults().refusingUnknownFields()));
    Answer answer = client.get("/2/users?ids=1&" + query);

    assertThat(answer.status()).isEqualTo(message == null ? 200 : 400);
    assertThat(answer.json().at("/errors/0/message").asText())
        .startsWith(message == null ? "" : message);
  }

  @Test
  void shufflesIfItIsToDoSo() {
    start(settings -> settings.with(Answering.defaults().withItems(true, false, 0)));
    List<String> asked = ids(60);
    List<String> answered = data(client.get("/2/users?ids=" + String.join(",", asked)));

    assertThat(answered).containsExactlyInAnyOrderElementsOf(asked).isNotEqualTo(asked);
  }

  @Test
  void repeatsWhoIsAskedForTwiceIfItIsToDoSo() {
    start(settings -> settings.with(Answering.defaults().withItems(false, true, 0)));
    String id = ids(1).get(0);

    assertThat(data(client.get("/2/users?ids=" + id + "," + id))).containsExactly(id, id);
  }

  @Test
  void dropsSomeWithoutAWordIfItIsToDoSo() {
    start(settings -> settings.with(Answering.defaults().withItems(false, false, 0.2)));
    JsonNode body = client.get("/2/users?ids=" + String.join(",", ids(100))).json();

    assertThat(body.at("/data").size()).isBetween(60, 95);
    assertThat(body.has("errors")).isFalse();
  }

  @Test
  void mixesTheDialectsByObject() {
    start(settings -> settings.withDialect(Dialect.MIXED));
    String target =
        "/2/users?user.fields=public_metrics,pinned_tweet_id&ids=" + String.join(",", ids(100));
    List<String> names = new ArrayList<>();
    client
        .get(target)
        .json()
        .at("/data")
        .forEach(
            user ->
                names.add(
                    (user.at("/public_metrics").has("tweet_count") ? "old" : "")
                        + (user.at("/public_metrics").has("post_count") ? "new" : "")));

    assertThat(names).contains("old", "new", "oldnew").hasSize(100);
    assertThat(client.get(target).json()).isEqualTo(client.get(target).json());
    String missing =
        IntStream.range(1, 40).mapToObj(Integer::toString).collect(Collectors.joining(","));
    assertThat(client.get("/2/users?ids=" + missing).text())
        .contains("https://api.twitter.com/2/problems/", "https://api.x.com/2/problems/");
  }

  @Test
  void refusesAnAppThatBelongsToNoProject() {
    AccessToken token = AccessToken.of("t");
    start(settings -> settings.with(new Access(token, "k", AccessToken.of("s"), false)));
    Answer answer = client.get("/2/users?ids=1");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().at("/reason").asText()).isEqualTo("client-not-enrolled");
    assertThat(answer.json().at("/title").asText()).isEqualTo("Client Forbidden");
    assertThat(answer.header("x-rate-limit-limit")).isEqualTo("absent");
  }

  @Test
  void checksInTheOrderOfX() {
    AccessToken token = AccessToken.of("t");
    start(
        settings ->
            settings
                .withRateLimit(1, Duration.ofMinutes(15))
                .with(new Access(token, "k", AccessToken.of("s"), false))
                .with(Budget.unlimited().withCredits(BigDecimal.ZERO)));

    assertThat(client.getWithout("/2/users?ids=x").status()).isEqualTo(401);
    assertThat(client.get("/2/users?ids=x").status()).isEqualTo(403);
    simulator.close();
    start(
        settings ->
            settings
                .withRateLimit(2, Duration.ofMinutes(15))
                .with(Budget.unlimited().withCredits(BigDecimal.ZERO)));
    assertThat(client.get("/2/users?ids=x").status()).isEqualTo(400);
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(402);
    assertThat(client.get("/2/users?ids=x").status()).isEqualTo(429);
  }

  @Test
  void checksInAnyOrderThatItIsTold() {
    Answering answering =
        Answering.defaults()
            .withChecks(Check.VALIDATION, Check.AUTH, Check.ENROLMENT, Check.CREDITS, Check.RATE);
    start(settings -> settings.withRateLimit(1, Duration.ofMinutes(15)).with(answering));

    Answer invalid = client.getWithout("/2/users?ids=x");
    assertThat(invalid.status()).isEqualTo(400);
    assertThat(client.get("/2/users?ids=x").header("x-rate-limit-remaining")).isEqualTo("1");
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ABOUT_BLANK|{'title':'Too Many Requests','detail':'Too Many Requests','type':'about:blank','status':429}",
        "CODE_88|{'errors':[{'code':88,'message':'Rate limit exceeded'}]}",
        "PROBLEM|{'title':'Too Many Requests','detail':'Too Many Requests','type':'https://api.twitter.com/2/problems/rate-limit-exceeded','status':429}"
      })
  void refusesInTheWordsItIsTold(Refusal refusal, String body) {
    Limits limits = Limits.of(1, Duration.ofMinutes(15)).withRefusal(refusal);
    start(settings -> settings.with(limits));
    client.get("/2/users?ids=1");

    assertThat(client.get("/2/users?ids=1").json()).isEqualTo(json(body.replace('\'', '"')));
  }

  @Test
  void saysHowLongToWaitIfItIsToldTo() {
    start(settings -> settings.with(Limits.of(1, Duration.ofMinutes(15)).withRetryAfter()));
    assertThat(client.get("/2/users?ids=1").header("retry-after")).isEqualTo("absent");
    clock.advance(Duration.ofSeconds(100));

    assertThat(client.get("/2/users?ids=1").header("retry-after")).isEqualTo("800");
  }

  @Test
  void hasAPoolOfADayAndAGuardPerSecond() {
    start(settings -> settings.with(Limits.off().withPerSecond(2).withPerDay(3)));
    Answer first = client.get("/2/users?ids=1");
    assertThat(first.header("x-app-limit-24hour-limit")).isEqualTo("3");
    assertThat(first.header("x-app-limit-24hour-remaining")).isEqualTo("2");
    assertThat(first.header("x-app-limit-24hour-reset"))
        .isEqualTo(Long.toString(clock.instant().getEpochSecond() + 86_400));
    client.get("/2/users?ids=1");

    Answer tooFast = client.get("/2/users?ids=1");
    assertThat(tooFast.status()).isEqualTo(429);
    assertThat(tooFast.header("x-rate-limit-remaining")).isEqualTo("999999998");
    clock.advance(Duration.ofSeconds(1));
    assertThat(client.get("/2/users?ids=1").status()).isEqualTo(200);
    Answer dayIsOver = client.get("/2/users?ids=1");
    assertThat(dayIsOver.status()).isEqualTo(429);
    assertThat(dayIsOver.header("x-app-limit-24hour-remaining")).isEqualTo("0");
    assertThat(simulator.journal())
        .extracting(JournalEntry::answer)
        .containsExactly("ok", "ok", "too_fast", "ok", "rate_limited");
  }

  private List<String> ids(int count) {
    return IntStream.range(0, simulator.world().size())
        .mapToObj(i -> simulator.world().at(i, World.START))
        .flatMap(Optional::stream)
        .filter(user -> !user.suspended())
        .limit(count)
        .map(SimulatedUser::id)
        .toList();
  }

  private static List<String> data(Answer answer) {
    List<String> ids = new ArrayList<>();
    answer.json().at("/data").forEach(user -> ids.add(user.get("id").asText()));
    return ids;
  }
}
