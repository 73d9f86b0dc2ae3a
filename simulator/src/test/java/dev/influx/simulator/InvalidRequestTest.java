package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.TestingClient.Answer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidRequestTest {

  private static final String ONE = "/2/users/by?usernames=nobody";

  private final Simulator simulator =
      Simulator.start(
          SimulatorSettings.defaults().withAuthors(200).withRateLimit(5, Duration.ofMinutes(15)));
  private final TestingClient client = new TestingClient(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void oneBadHandleSpoilsTheRequestAndCounts() {
    Answer answer = client.get("/2/users/by?usernames=good,grey-pelican,abcdefghijklmnop");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json())
        .isEqualTo(
            json(
                """
                {"errors":[{"parameters":{"usernames":["grey-pelican"]},
                "message":"The `usernames` query parameter value [grey-pelican] does not match ^[A-Za-z0-9_]{1,15}$"},
                {"parameters":{"usernames":["abcdefghijklmnop"]},
                "message":"The `usernames` query parameter value [abcdefghijklmnop] does not match ^[A-Za-z0-9_]{1,15}$"}],
                "title":"Invalid Request","detail":"One or more parameters to your request was invalid.",
                "type":"https://api.twitter.com/2/problems/invalid-request"}
                """));
    assertThat(answer.header("x-rate-limit-remaining")).isEqualTo("4");
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/2/users/by|The `usernames` query parameter can not be empty",
        "/2/users/by?|The `usernames` query parameter can not be empty",
        "/2/users/by?usernames|The `usernames` query parameter can not be empty",
        "/2/users/by?usernames=|The `usernames` query parameter can not be empty",
        "/2/users/by?Usernames=a|The `usernames` query parameter can not be empty",
        "/2/users?usernames=a|The `ids` query parameter can not be empty",
        "/2/users/by?usernames=a,|The `usernames` query parameter value [] does not match",
        "/2/users/by?usernames=@a|The `usernames` query parameter value [@a] does not match",
        "/2/users/by?usernames=a%0A|does not match",
        "/2/users/by?usernames=%00|does not match",
        "/2/users/by?usernames=a+b|The `usernames` query parameter value [a b] does not match",
        "/2/users/by?usernames=%C3%A9|The `usernames` query parameter value [é] does not match",
        "/2/users/by?usernames=a&usernames=b|The `usernames` query parameter was given 2 times",
        "/2/users/by?usernames=%FF|The query string is not valid UTF-8",
        "/2/users?ids=12345678901234567890|does not match ^[0-9]{1,19}$",
        "/2/users?ids=-1|The `ids` query parameter value [-1] does not match ^[0-9]{1,19}$",
        "/2/users?ids=0x1|does not match",
        "/2/users?ids=%D9%A1|does not match"
      })
  void refusesOtherParametersInTheWordsOfX(String target, String message) {
    Answer answer = client.get(target);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/title").asText()).isEqualTo("Invalid Request");
    assertThat(answer.json().at("/errors/0/message").asText()).contains(message);
  }

  @Test
  void anEmptyParameterIsReportedWithoutValues() {
    assertThat(client.get("/2/users/by").json().at("/errors/0/parameters"))
        .isEqualTo(json("{\"usernames\":[]}"));
  }

  @Test
  void aHundredAreAllowedAndOneMoreIsNot() {
    String hundred = IntStream.range(0, 100).mapToObj(i -> "h" + i).collect(joining("%2C"));

    assertThat(client.get("/2/users/by?usernames=" + hundred).json().at("/errors")).hasSize(100);
    Answer answer = client.get("/2/users/by?usernames=" + hundred + ",h0");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/message").asText())
        .isEqualTo(
            "The number of values in the `usernames` query parameter list [101] is not between 1"
                + " and 100");
  }

  @Test
  void theLongestRequestsThatAreAllowedAreAnswered() {
    String handles =
        IntStream.range(0, 100).mapToObj("a_very_long_%03d"::formatted).collect(joining("%2C"));
    String ids =
        IntStream.range(0, 100).mapToObj("9223372036854775%03d"::formatted).collect(joining("%2C"));
    String fields = "&user.fields=" + "x".repeat(3_000);

    assertThat(client.get("/2/users/by?usernames=" + handles + fields).status()).isEqualTo(200);
    assertThat(client.get("/2/users?ids=" + ids + fields).status()).isEqualTo(200);
  }

  @Test
  void tooLongTargetsAreRefused() {
    Answer answer = client.get("/2/users/by?usernames=" + "x".repeat(9_000));

    assertThat(answer.status()).isEqualTo(414);
    assertThat(answer.json().at("/status").asInt()).isEqualTo(414);
    assertThat(client.get(ONE).status()).isEqualTo(200);
  }
}
