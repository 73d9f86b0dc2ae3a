package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.users.UsersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUsersTest {

  private static final String HARBOR =
      """
      {"id":"1502203340000000017","name":"Harbor Signal ⚓","username":"Harbor_Signal",\
      "created_at":"2022-03-11T08:15:42.000Z","description":"","verified_followers_count":"12",\
      "public_metrics":{"followers_count":48211,"tweet_count":9174,"media_count":null},\
      "affiliation":{"user_id":"1502203340000000055"},"pinned_tweet_id":"1700000000000000123"}
      """;
  private static final String FIELDS =
      "user.fields=created_at,description,location,verified,verified_followers_count,protected,"
          + "public_metrics,affiliation,pinned_tweet_id,withheld";

  private static final SimulatorSettings SETTINGS =
      SimulatorSettings.defaults()
          .withRateLimit(10_000, Duration.ofMinutes(15))
          .withVirtualTime(Population.START, 0);

  @TempDir private Path directory;

  @Test
  void aUserIsAnsweredAsTheFileHasIt() throws IOException {
    try (Simulator simulator = Simulator.start(SETTINGS, users(HARBOR))) {
      TestingClient client = new TestingClient(simulator);

      assertThat(client.get("/2/users/by?usernames=harbor_signal&" + FIELDS).json().at("/data/0"))
          .isEqualTo(json(HARBOR));
      assertThat(client.get("/2/users/1502203340000000017").json().at("/data").fieldNames())
          .toIterable()
          .containsExactly("id", "name", "username");
      assertThatThrownBy(simulator::world).hasMessageContaining("come from a file");
    }
  }

  @Test
  void aUserIsAnsweredInTheDialectOfTheAnswer() throws IOException {
    try (Simulator simulator = Simulator.start(SETTINGS.withDialect(Dialect.POST), users(HARBOR))) {
      JsonNode user =
          new TestingClient(simulator)
              .get("/2/users/by?usernames=harbor_signal&" + FIELDS)
              .json()
              .at("/data/0");

      assertThat(user.at("/public_metrics/post_count").asInt()).isEqualTo(9_174);
      assertThat(user.at("/public_metrics").has("tweet_count")).isFalse();
      assertThat(user.at("/pinned_post_id").asText()).isEqualTo("1700000000000000123");
      assertThat(user.has("pinned_tweet_id")).isFalse();
    }
  }

  @Test
  void whatBecameOfAUserGoesBeforeWhatTheFileHas() throws IOException {
    try (Simulator simulator =
        Simulator.start(
            SETTINGS,
            users(
                """
                {"id":"1","username":"a","_sim":{"status":"protected"}}
                {"id":"2","username":"b","_sim":{"status":"withheld","countries":["DE"]}}
                {"id":"3","username":"c","_sim":{"status":"suspended"}}
                {"id":"4","username":"d","_sim":{"status":"deleted"}}
                """))) {
      JsonNode answer =
          new TestingClient(simulator)
              .get("/2/users?ids=1,2,3,4&user.fields=protected,withheld")
              .json();

      assertThat(answer.at("/data"))
          .isEqualTo(
              json(
                  """
                  [{"id":"1","username":"a","protected":true},
                  {"id":"2","username":"b","withheld":{"country_codes":["DE"],"scope":"user"}}]
                  """));
      assertThat(answer.at("/errors/0/title").asText()).isEqualTo("Forbidden");
      assertThat(answer.at("/errors/1/title").asText()).isEqualTo("Not Found Error");
    }
  }

  @Test
  void tenThousandUsersWithAKnownTruthAreAllAccountedFor() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    List<String> fates = new ArrayList<>();
    IntStream.range(0, 10_000).forEach(i -> fates.add(fate(random.nextDouble())));
    Population users =
        users(
            IntStream.range(0, 10_000)
                .mapToObj(i -> line(i, fates.get(i)))
                .collect(Collectors.joining("\n")));
    int found = 0;
    int missing = 0;
    try (Simulator simulator = Simulator.start(SETTINGS, users)) {
      TestingClient client = new TestingClient(simulator);
      for (int from = 0; from < 10_000; from += 100) {
        String handles =
            IntStream.range(from, from + 100)
                .mapToObj(i -> "u" + i)
                .collect(Collectors.joining(","));
        JsonNode answer = client.get("/2/users/by?usernames=" + handles).json();
        found += answer.at("/data").size();
        missing += answer.at("/errors").size();
      }
      assertThat(client.getWithout("/_sim/seeds.csv").text().lines()).hasSize(10_001);
      assertThat(client.getWithout("/_sim/lists.csv").text().lines()).hasSize(5);
      assertThat(client.get("/2/users/17/tweets").json().at("/data")).hasSize(10);
    }
    int gone =
        (int) fates.stream().filter(f -> f.equals("suspended") || f.equals("deleted")).count();

    assertThat(missing).isEqualTo(gone).isBetween(400, 600);
    assertThat(found).isEqualTo(10_000 - gone);
  }

  private static String fate(double share) {
    if (share < 0.025) {
      return "deleted";
    } else if (share < 0.05) {
      return "suspended";
    }
    return share < 0.07 ? "protected" : "active";
  }

  private static String line(int i, String fate) {
    return """
        {"id":"%1$d","username":"u%1$d","name":"U","public_metrics":{"tweet_count":%1$d},\
        "_sim":{"domain":"fintech","status":"%2$s"}}"""
        .formatted(i, fate);
  }

  private Population users(String lines) throws IOException {
    return UsersFile.read(Files.writeString(directory.resolve("users.jsonl"), lines));
  }
}
