package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.TestingClient.Answer;
import dev.influx.simulator.population.Standing;
import dev.influx.simulator.world.Shares;
import dev.influx.simulator.world.SimulatedAuthor;
import dev.influx.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathQuestionsTest {

  private final TestingClock clock = new TestingClock(Instant.parse("2026-03-03T10:00:00.250Z"));
  private final World world = World.of(5, 2_000, Shares.still(0.02, 0.01, 0.02));
  private final SimulatorSettings settings =
      SimulatorSettings.defaults()
          .withSeed(5)
          .withClock(clock)
          .withRateLimit(100_000, Duration.ofMinutes(15));
  private final Simulator simulator = Simulator.start(settings, world);
  private final TestingClient client = new TestingClient(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void oneUserIsLookedUpByHandleOrById() {
    SimulatedAuthor author = author(Standing.ACTIVE);
    String expected =
        "{\"data\":{\"id\":\"%s\",\"name\":\"%s\",\"username\":\"%s\"}}"
            .formatted(author.id(), author.name(), author.handle());
    String upper = author.handle().toUpperCase(Locale.ROOT);

    assertThat(client.get("/2/users/by/username/" + upper).json()).isEqualTo(json(expected));
    assertThat(client.get("/2/users/" + author.id()).json()).isEqualTo(json(expected));
    assertThat(
            client
                .get("/2/users/" + author.id() + "?user.fields=public_metrics")
                .json()
                .at("/data/public_metrics/followers_count")
                .asLong())
        .isEqualTo(author.metrics().followers());
  }

  @Test
  void aMissingUserIsAnErrorWithTheStatusThatTheSettingsSay() {
    String expected =
        """
        {"errors":[{"detail":"Could not find user with username: [NoSuchKiln].",
        "parameter":"username","resource_id":"NoSuchKiln","resource_type":"user",
        "title":"Not Found Error","type":"https://api.twitter.com/2/problems/resource-not-found",
        "value":"NoSuchKiln"}]}
        """;

    assertThat(client.get("/2/users/by/username/NoSuchKiln").status()).isEqualTo(200);
    assertThat(client.get("/2/users/by/username/NoSuchKiln").json()).isEqualTo(json(expected));
    try (Simulator other =
        Simulator.start(settings.with(settings.answering().withMissingStatus(404)), world)) {
      Answer answer = new TestingClient(other).get("/2/users/by/username/NoSuchKiln");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json()).isEqualTo(json(expected));
    }
  }

  @Test
  void aSuspendedUserAndADeletedOneAreToldApart() {
    String suspended = author(Standing.SUSPENDED).id();
    String deleted = author(Standing.DELETED).id();

    assertThat(client.get("/2/users/" + suspended).json().at("/errors/0/detail").asText())
        .isEqualTo("User has been suspended: [" + suspended + "].");
    assertThat(client.get("/2/users/" + deleted).json().at("/errors/0/detail").asText())
        .isEqualTo("Could not find user with id: [" + deleted + "].");
    for (String what : List.of("following", "followers", "tweets")) {
      String path = "/2/users/" + suspended + "/" + what;
      assertThat(client.get(path).status()).isEqualTo(200);
      assertThat(client.get(path).json().at("/errors/0/title").asText()).isEqualTo("Forbidden");
    }
  }

  @Test
  void aProtectedUserIsShownButNeitherItsTiesNorItsPosts() {
    String id = author(Standing.PROTECTED).id();

    assertThat(
            client
                .get("/2/users/" + id + "?user.fields=protected")
                .json()
                .at("/data/protected")
                .asBoolean())
        .isTrue();
    for (String what : List.of("following", "followers", "tweets")) {
      assertThat(client.get("/2/users/" + id + "/" + what).json())
          .isEqualTo(
              json(
                  """
                  {"errors":[{
                  "detail":"Sorry, you are not authorized to see the user with id: [%1$s].",
                  "parameter":"id","resource_id":"%1$s","resource_type":"user","section":"data",
                  "title":"Authorization Error","value":"%1$s",
                  "type":"https://api.twitter.com/2/problems/not-authorized-for-resource"}]}
                  """
                      .formatted(id)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/2/users/by/username/grey-pelican, username, grey-pelican",
    "/2/users/abc, id, abc",
    "/2/users/12345678901234567890/following, id, 12345678901234567890",
    "/2/users/1/following?max_results=0, max_results, 0",
    "/2/users/1/followers?max_results=1001, max_results, 1001",
    "/2/users/1/followers?max_results=ten, max_results, ten",
    "/2/lists/1/members?max_results=101, max_results, 101",
    "/2/users/1/tweets?max_results=4, max_results, 4",
    "/2/users/1/tweets?max_results=101, max_results, 101",
    "/2/users/1/tweets?since_id=x, since_id, x",
    "/2/users/1/tweets?start_time=yesterday, start_time, yesterday",
    "/2/users/1/tweets?end_time=2010-11-05T00:00:00Z, end_time, 2010-11-05T00:00:00Z",
    "/2/users/1/tweets?exclude=likes, exclude, likes",
    "/2/users/1/tweets?pagination_token=, pagination_token, ''",
    "/2/users/1/following?pagination_token=7A5MQJ2EVOS1GZZZ, pagination_token, 7A5MQJ2EVOS1GZZZ",
    "/2/users/1/following?pagination_token=0000000000000000, pagination_token, 0000000000000000",
    "/2/lists/1/members?pagination_token=1778899001122334455, pagination_token, 1778899001122334455"
  })
  void aBadParameterIsRefusedByName(String target, String parameter, String value) {
    Answer answer = client.get(target);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/title").asText()).isEqualTo("Invalid Request");
    assertThat(answer.json().at("/errors/0/parameters/" + parameter + "/0").asText())
        .isEqualTo(value);
    assertThat(answer.json().at("/errors/0/message").asText())
        .startsWith("The `" + parameter + "` query parameter value [" + value + "] ");
  }

  @Test
  void followingsCanBeWalkedAndAgreeWithFollowers() {
    SimulatedAuthor author = TestingPages.busiest(world);
    List<String> following =
        TestingPages.walk(client, "/2/users/" + author.id() + "/following?max_results=7");

    assertThat(following).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    for (String other : following.subList(0, 5)) {
      assertThat(TestingPages.walk(client, "/2/users/" + other + "/followers?max_results=1000"))
          .contains(author.id());
    }
  }

  @Test
  void membersOfAListCanBeWalked() {
    List<String> lines = client.getWithout("/_sim/lists.csv").text().lines().toList();
    String list = lines.get(1).split(",", -1)[0];
    List<String> members = TestingPages.walk(client, "/2/lists/" + list + "/members?max_results=9");

    assertThat(lines).hasSize(49).first().isEqualTo("id,domain,name");
    assertThat(members).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(client.get("/2/lists/7/members").json().at("/errors/0/detail").asText())
        .isEqualTo("Could not find list with id: [7].");
  }

  @Test
  void postsComeNewestFirstWithWhatIsAskedFor() {
    SimulatedAuthor author = TestingPages.busiest(world);
    String path = "/2/users/" + author.id() + "/tweets?max_results=5&tweet.fields=created_at";
    JsonNode first = client.get(path).json();

    assertThat(first.at("/data")).hasSize(5);
    assertThat(first.at("/data/0/id").asText()).isEqualTo(author.mostRecentPostId().orElseThrow());
    assertThat(first.at("/data/0").fieldNames())
        .toIterable()
        .containsExactly("id", "text", "edit_history_tweet_ids", "created_at");
    assertThat(first.at("/meta/newest_id")).isEqualTo(first.at("/data/0/id"));
    assertThat(first.at("/meta/oldest_id")).isEqualTo(first.at("/data/4/id"));
    assertThat(first.at("/meta/result_count").asInt()).isEqualTo(5);
    assertThat(first.at("/meta/next_token").asText()).matches("[0-9a-z]{12,13}");
    String oldest = first.at("/meta/oldest_id").asText();
    assertThat(TestingPages.ids(client.get(path + "&until_id=" + oldest).json()))
        .isEqualTo(
            TestingPages.ids(
                client
                    .get(path + "&pagination_token=" + first.at("/meta/next_token").asText())
                    .json()));
    String since = first.at("/data/1/created_at").asText();
    assertThat(TestingPages.ids(client.get(path + "&start_time=" + since).json())).hasSize(2);
    String newest = first.at("/meta/newest_id").asText();
    assertThat(client.get(path + "&since_id=" + newest).json())
        .isEqualTo(json("{\"meta\":{\"result_count\":0}}"));
  }

  @Test
  void whatIsReturnedIsWhatIsBilled() {
    String path = "/2/users/" + TestingPages.busiest(world).id();
    int users = TestingPages.ids(client.get(path + "/following?max_results=20").json()).size();
    int posts = TestingPages.ids(client.get(path + "/tweets?max_results=20").json()).size();
    JsonNode returned = client.getWithout("/_sim/meter").json().at("/returned");

    assertThat(returned.at("/user").asInt()).isEqualTo(users).isPositive();
    assertThat(returned.at("/post").asInt()).isEqualTo(posts).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"LEGACY, tweets, tweet, pinned_tweet_id", "POST, posts, post, pinned_post_id"})
  void expandedPostsComeAlongAndThoseThatAreGoneAreErrorsOfTheirOwn(
      Dialect dialect, String array, String kind, String parameter) {
    try (Simulator other = Simulator.start(settings.withDialect(dialect), world)) {
      TestingClient asking = new TestingClient(other);
      List<SimulatedAuthor> pinning =
          IntStream.range(0, 200)
              .mapToObj(index -> world.author(index, World.START))
              .filter(author -> author.standing() == Standing.ACTIVE)
              .filter(author -> author.pinnedPostId().isPresent())
              .limit(60)
              .toList();
      String handles = String.join(",", pinning.stream().map(SimulatedAuthor::handle).toList());
      JsonNode answer =
          asking.get("/2/users/by?usernames=" + handles + "&expansions=" + parameter).json();

      assertThat(answer.at("/data")).hasSize(60);
      assertThat(answer.at("/errors")).isNotEmpty();
      assertThat(answer.at("/includes/" + array).size() + answer.at("/errors").size())
          .isEqualTo(60);
      JsonNode gone = answer.at("/errors/0");
      String id = gone.at("/value").asText();
      assertThat(gone.at("/detail").asText())
          .isEqualTo("Could not find %s with %s: [%s].".formatted(kind, parameter, id));
      assertThat(gone.at("/resource_type").asText()).isEqualTo(kind);
      JsonNode meter = asking.getWithout("/_sim/meter").json().at("/returned");
      assertThat(meter.at("/user").asInt()).isEqualTo(60);
      assertThat(meter.at("/post").asInt()).isEqualTo(answer.at("/includes/" + array).size());
    }
  }

  @Test
  void anOrganisationComesAlongWithWhoItLendsItsBadge() {
    SimulatedAuthor author =
        IntStream.range(0, world.size())
            .mapToObj(index -> world.author(index, World.START))
            .filter(known -> known.standing() == Standing.ACTIVE)
            .filter(known -> known.affiliation().isPresent())
            .filter(known -> !world.byId(known.affiliation().get().id(), World.START).isEmpty())
            .findFirst()
            .orElseThrow();
    JsonNode answer =
        client.get("/2/users/" + author.id() + "?expansions=affiliation.user_id").json();

    assertThat(answer.at("/includes/users/0/id"))
        .isEqualTo(answer.at("/data/affiliation/user_id/0"));
    assertThat(
            client
                .get(
                    "/2/users/"
                        + TestingPages.busiest(world).id()
                        + "?expansions=most_recent_tweet_id")
                .json()
                .at("/includes/tweets/0/id")
                .asText())
        .isEqualTo(TestingPages.busiest(world).mostRecentPostId().orElseThrow());
  }

  @Test
  void theTruthTellsOfEverybody() {
    List<String> lines = client.getWithout("/_sim/truth.jsonl").text().lines().toList();
    SimulatedAuthor suspended = author(Standing.SUSPENDED);

    assertThat(lines).hasSize(2_000);
    assertThat(json(lines.get(suspended.index())))
        .isEqualTo(
            json(
                """
                {"id":"%s","handle":"%s","domain":"%s","kind":"%s",
                "life":[{"at":"2025-01-01T00:00:00Z","event":"suspended"}]}
                """
                    .formatted(
                        suspended.id(),
                        suspended.handle(),
                        suspended.domain(),
                        suspended.kind().wire())));
  }

  private SimulatedAuthor author(Standing standing) {
    return IntStream.range(0, world.size())
        .mapToObj(index -> world.author(index, World.START))
        .filter(author -> author.standing() == standing)
        .findFirst()
        .orElseThrow();
  }
}
