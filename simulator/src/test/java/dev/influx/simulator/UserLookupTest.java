package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.TestingClient.Answer;
import dev.influx.simulator.world.SimulatedAuthor;
import dev.influx.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserLookupTest {

  private static final String ALL_FIELDS =
      "affiliation,created_at,description,entities,id,is_identity_verified,location,name,parody,"
          + "pinned_tweet_id,most_recent_tweet_id,profile_banner_url,profile_image_url,protected,"
          + "public_metrics,subscription_type,url,username,verified,verified_followers_count,"
          + "verified_type,withheld";

  private final TestingClock clock = new TestingClock(Instant.parse("2026-03-03T10:00:00.250Z"));
  private final SimulatorSettings settings =
      SimulatorSettings.defaults()
          .withAuthors(2_000)
          .withSeed(5)
          .withClock(clock)
          .withRateLimit(10_000, Duration.ofMinutes(15));
  private final Simulator simulator = Simulator.start(settings);
  private final TestingClient client = new TestingClient(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void answersIdNameAndUsernameUnlessAskedForMore() {
    SimulatedAuthor author = author(known -> true);

    assertThat(client.get("/2/users/by?usernames=" + author.handle()).json())
        .isEqualTo(
            json(
                "{\"data\":[{\"id\":\"%s\",\"name\":\"%s\",\"username\":\"%s\"}]}"
                    .formatted(author.id(), author.name(), author.handle())));
    assertThat(client.get("/2/users?ids=" + author.id()).json())
        .isEqualTo(client.get("/2/users/by?usernames=" + author.handle()).json());
  }

  @Test
  void looksUpWhateverTheCaseAndAnswersInTheAuthorsOwn() {
    SimulatedAuthor author = author(known -> known.handle().startsWith("Sim_"));

    for (String asked :
        List.of(
            author.handle().toLowerCase(Locale.ROOT), author.handle().toUpperCase(Locale.ROOT))) {
      JsonNode answer = client.get("/2/users/by?usernames=" + asked).json();
      assertThat(answer.at("/data/0/username").asText()).isEqualTo(author.handle());
    }
  }

  @Test
  void keepsTheOrderOfTheRequest() {
    List<SimulatedAuthor> authors =
        IntStream.of(90, 3, 77, 41).mapToObj(this::author).filter(a -> !a.suspended()).toList();

    assertThat(ids(client.get(byHandles(authors)))).isEqualTo(ids(authors));
    assertThat(ids(client.get(byIds(authors)))).isEqualTo(ids(authors));
  }

  @Test
  void repeatedUsersAreAnsweredOnce() {
    SimulatedAuthor author = author(known -> true);
    String upper = author.handle().toUpperCase(Locale.ROOT);
    String handles = author.handle() + "," + upper + "," + author.handle();

    assertThat(ids(client.get("/2/users/by?usernames=" + handles))).containsExactly(author.id());
    assertThat(client.get("/2/users/by?usernames=nobody,NoBody").json().at("/errors")).hasSize(1);
    assertThat(ids(client.get("/2/users?ids=" + author.id() + "," + author.id()))).hasSize(1);
  }

  @Test
  void anUnknownHandleIsAnErrorThatEchoesIt() {
    assertThat(client.get("/2/users/by?usernames=No_such_One").json())
        .isEqualTo(
            json(
                """
                {"errors":[{"detail":"Could not find user with usernames: [No_such_One].",
                "parameter":"usernames","resource_id":"No_such_One","resource_type":"user",
                "title":"Not Found Error",
                "type":"https://api.twitter.com/2/problems/resource-not-found",
                "value":"No_such_One"}]}
                """));
  }

  @Test
  void anUnknownIdIsAnErrorThatEchoesIt() {
    assertThat(client.get("/2/users?ids=123").json())
        .isEqualTo(
            json(
                """
                {"errors":[{"detail":"Could not find user with ids: [123].","parameter":"ids",
                "resource_id":"123","resource_type":"user","title":"Not Found Error",
                "type":"https://api.twitter.com/2/problems/resource-not-found","value":"123"}]}
                """));
  }

  @Test
  void aSuspendedUserDiffersInTitleAndDetailOnly() {
    SimulatedAuthor gone = everyone().filter(SimulatedAuthor::suspended).findFirst().orElseThrow();
    String asked = gone.handle().toUpperCase(Locale.ROOT);

    assertThat(client.get("/2/users/by?usernames=" + asked).json())
        .isEqualTo(
            json(
                """
                {"errors":[{"detail":"User has been suspended: [%1$s].","parameter":"usernames",
                "resource_id":"%1$s","resource_type":"user","title":"Forbidden",
                "type":"https://api.twitter.com/2/problems/resource-not-found","value":"%1$s"}]}
                """
                    .formatted(asked)));
    assertThat(client.get("/2/users?ids=" + gone.id()).json())
        .isEqualTo(
            json(
                """
                {"errors":[{"detail":"User has been suspended: [%1$s].","parameter":"ids",
                "resource_id":"%1$s","resource_type":"user","title":"Forbidden",
                "type":"https://api.twitter.com/2/problems/resource-not-found","value":"%1$s"}]}
                """
                    .formatted(gone.id())));
  }

  @Test
  void everySeedIsAccountedFor() {
    List<String> handles = simulator.seeds().stream().map(seed -> seed.handle()).toList();
    int found = 0;
    int missing = 0;
    for (int from = 0; from < handles.size(); from += 100) {
      List<String> batch = handles.subList(from, Math.min(from + 100, handles.size()));
      Answer answer = client.get("/2/users/by?usernames=" + String.join(",", batch));
      assertThat(answer.status()).isEqualTo(200);
      found += answer.json().at("/data").size();
      missing += answer.json().at("/errors").size();
    }
    long suspended = everyone().filter(SimulatedAuthor::suspended).count();

    assertThat(found).isEqualTo(2_000 - (int) suspended);
    assertThat(missing).isEqualTo((int) suspended + 20);
  }

  @Test
  void answersEveryFieldThatIsAskedFor() {
    SimulatedAuthor author =
        author(
            known ->
                known.affiliation().isPresent()
                    && known.page().isPresent()
                    && known.location().isPresent()
                    && known.bannerUrl().isPresent()
                    && known.pinnedPostId().isPresent()
                    && known.metrics().likes().isPresent()
                    && known.metrics().media().isPresent());
    JsonNode user = user(author, ALL_FIELDS);

    assertThat(user.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            List.of(ALL_FIELDS.replace(",withheld", "").split(",", -1)));
    assertThat(user.at("/created_at").asText()).matches("20..-..-..T..:..:..\\.000Z");
    assertThat(user.at("/verified").asBoolean()).isTrue();
    assertThat(user.at("/verified_type").asText()).isEqualTo("blue");
    assertThat(user.at("/affiliation/user_id").isArray()).isTrue();
    assertThat(user.at("/public_metrics").fieldNames())
        .toIterable()
        .containsExactly(
            "followers_count",
            "following_count",
            "tweet_count",
            "listed_count",
            "like_count",
            "media_count");
    assertThat(user.at("/public_metrics/followers_count").asLong())
        .isEqualTo(author.metrics().followers());
    assertThat(user.at("/entities/url/urls/0/url")).isEqualTo(user.at("/url"));
  }

  @Test
  void leavesOutWhatIsEmptyButNotAnEmptyDescription() {
    SimulatedAuthor author =
        author(
            known ->
                known.biography().text().isEmpty()
                    && known.location().isEmpty()
                    && known.page().isEmpty()
                    && known.pinnedPostId().isEmpty());
    String fields = "description,location,url,entities,pinned_tweet_id,affiliation,withheld";

    assertThat(user(author, fields).fieldNames())
        .toIterable()
        .containsExactly("id", "name", "username", "description");
    assertThat(user(author, fields).at("/description").asText()).isEmpty();
  }

  @Test
  void anUnknownNumberOfMediaIsNullAndOneOfLikesIsLeftOut() {
    JsonNode noMedia = user(author(a -> a.metrics().media().isEmpty()), "public_metrics");
    JsonNode noLikes = user(author(a -> a.metrics().likes().isEmpty()), "public_metrics");

    assertThat(noMedia.at("/public_metrics/media_count").isNull()).isTrue();
    assertThat(noLikes.at("/public_metrics").has("like_count")).isFalse();
  }

  @Test
  void namesAndBiosAreRawUnicode() {
    SimulatedAuthor author = author(known -> known.name().codePoints().anyMatch(c -> c > 0xFFFF));
    Answer answer = client.get("/2/users/by?usernames=" + author.handle());

    assertThat(answer.text()).contains("\"name\":\"" + author.name() + "\"");
  }

  @Test
  void withheldUsersAreAnsweredWithWhereTheyAre() {
    JsonNode user = user(author(known -> !known.withheldIn().isEmpty()), "withheld");

    assertThat(user.at("/withheld/scope").asText()).isEqualTo("user");
    assertThat(user.at("/withheld/country_codes")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "public_metric", "", ",,,", "confirmed_email,connection_status"})
  void unknownFieldsAreDroppedWithoutAWord(String fields) {
    assertThat(user(author(known -> true), fields).fieldNames())
        .toIterable()
        .containsExactly("id", "name", "username");
  }

  @ParameterizedTest
  @CsvSource({
    "user.fields, pinned_tweet_id",
    "user.fields, pinned_post_id",
    "expansions, pinned_tweet_id",
    "expansions, pinned_post_id"
  })
  void bothDialectsAreUnderstoodAndOneIsSpoken(String parameter, String field) {
    SimulatedAuthor author = author(known -> known.pinnedPostId().isPresent());
    String target =
        "/2/users/by?usernames=%s&user.fields=public_metrics&%s=%s&tweet.fields=id&post.fields=id"
            .formatted(author.handle(), parameter, field);

    assertThat(client.get(target).json().at("/data/0").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "name", "username", "public_metrics", "pinned_tweet_id");
    try (Simulator other = Simulator.start(settings.withDialect(Dialect.POST))) {
      Answer answer = new TestingClient(other).get(target);
      assertThat(answer.json().at("/data/0").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("id", "name", "username", "public_metrics", "pinned_post_id");
      assertThat(answer.json().at("/data/0/public_metrics").has("post_count")).isTrue();
      assertThat(answer.json().at("/data/0/public_metrics").has("tweet_count")).isFalse();
      assertThat(answer.header("api-version")).isEqualTo("2.168");
      assertThat(new TestingClient(other).get("/2/users?ids=1").json().at("/errors/0/type"))
          .hasToString("\"https://api.x.com/2/problems/resource-not-found\"");
    }
  }

  @Test
  void theSameQuestionAtTheSameTimeHasTheSameBytes() {
    List<SimulatedAuthor> authors = IntStream.range(0, 100).mapToObj(this::author).toList();
    String target = byHandles(authors) + "&user.fields=" + ALL_FIELDS;
    Answer answer = client.get(target);

    assertThat(client.get(target).bytes()).isEqualTo(answer.bytes());
    try (Simulator again = Simulator.start(settings)) {
      assertThat(new TestingClient(again).get(target).bytes()).isEqualTo(answer.bytes());
    }
  }

  @Test
  void everyRefreshBringsNews() {
    List<SimulatedAuthor> authors = IntStream.range(0, 100).mapToObj(this::author).toList();
    String target = byHandles(authors) + "&user.fields=public_metrics";
    JsonNode before = client.get(target).json().at("/data");

    clock.advance(Duration.ofSeconds(10));
    JsonNode after = client.get(target).json().at("/data");

    assertThat(IntStream.range(0, before.size()).filter(i -> !before.get(i).equals(after.get(i))))
        .hasSizeGreaterThan(50);
  }

  private JsonNode user(SimulatedAuthor author, String fields) {
    return client
        .get("/2/users/by?usernames=" + author.handle() + "&user.fields=" + fields)
        .json()
        .at("/data/0");
  }

  private SimulatedAuthor author(int index) {
    return simulator.world().author(index, World.START);
  }

  private SimulatedAuthor author(Predicate<SimulatedAuthor> property) {
    return everyone().filter(a -> !a.suspended()).filter(property).findFirst().orElseThrow();
  }

  private Stream<SimulatedAuthor> everyone() {
    return IntStream.range(0, simulator.world().size()).mapToObj(this::author);
  }

  private static String byHandles(List<SimulatedAuthor> authors) {
    return "/2/users/by?usernames="
        + authors.stream().map(SimulatedAuthor::handle).collect(joining(","));
  }

  private static String byIds(List<SimulatedAuthor> authors) {
    return "/2/users?ids=" + String.join(",", ids(authors));
  }

  private static List<String> ids(List<SimulatedAuthor> authors) {
    return authors.stream().map(SimulatedAuthor::id).toList();
  }

  private static List<String> ids(Answer answer) {
    List<String> ids = new ArrayList<>();
    answer.json().at("/data").forEach(user -> ids.add(user.get("id").asText()));
    return ids;
  }
}
