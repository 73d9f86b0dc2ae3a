package dev.influx.schemas.xuser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.schemas.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserObjectTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsTheOldVocabulary() {
    Profile profile =
        profile(
            """
            {"id":"1","username":"Harbor","name":"Harbor ⚓","created_at":"2022-03-11T08:15:42.000Z","description":"",
             "verified":true,"verified_type":"business","pinned_tweet_id":"9",
             "public_metrics":{"followers_count":48211,"following_count":302,"tweet_count":9174,"listed_count":611,"like_count":2205,"media_count":null}}""");

    assertThat(profile.getCreatedAt()).isEqualTo(Instant.parse("2022-03-11T08:15:42Z"));
    assertThat(profile.getDescription()).isEmpty();
    assertThat(profile.getTweetCount()).isEqualTo(9174);
    assertThat(profile.getPinnedPostId()).isEqualTo("9");
    assertThat(profile.getMediaCount()).isNull();
    assertThat(profile.getLocation()).isNull();
  }

  @Test
  void prefersTheNewVocabularyWhenBothAreThere() {
    Profile profile =
        profile(
            """
            {"id":"1","username":"a","pinned_tweet_id":"8","pinned_post_id":"9",
             "public_metrics":{"tweet_count":1,"post_count":2}}""");

    assertThat(profile.getTweetCount()).isEqualTo(2);
    assertThat(profile.getPinnedPostId()).isEqualTo("9");
  }

  @Test
  void whatTheAnswerDoesNotSayIsNull() {
    Profile profile = profile("{\"id\":\"1\",\"username\":\"a\"}");

    assertThat(profile)
        .isEqualTo(Profile.newBuilder().setHandle("a").build())
        .extracting(Profile::getFollowersCount, Profile::getVerified, Profile::getDescription)
        .containsOnlyNulls();
  }

  @Test
  void anEmptyTimeIsAnUnknownTime() {
    assertThat(profile("{\"id\":\"1\",\"username\":\"a\",\"created_at\":\"\"}").getCreatedAt())
        .isNull();
  }

  @Test
  void collectsExpandedLinksAndNeverTheShortenedOnes() {
    Profile profile =
        profile(
            """
            {"id":"1","username":"a","entities":{
              "url":{"urls":[{"url":"https://t.co/a","expanded_url":"https://harbor.example/"}]},
              "description":{"urls":[{"url":"https://t.co/b"},{"expanded_url":"https://mirror.example/t"}]}}}""");

    assertThat(profile.getLinks())
        .containsExactly("https://harbor.example/", "https://mirror.example/t");
  }

  @Test
  void readsAnAffiliationInBothOfItsForms() {
    assertThat(
            List.of(
                profile("{\"id\":\"1\",\"username\":\"a\",\"affiliation\":{\"user_id\":[\"55\"]}}"),
                profile("{\"id\":\"1\",\"username\":\"a\",\"affiliation\":{\"user_id\":\"55\"}}")))
        .extracting(each -> each.getAffiliation().getUserIds())
        .containsExactly(List.of("55"), List.of("55"));
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    assertThat(
            problems(
                "{\"id\":\"x1\",\"verified\":\"yes\",\"created_at\":\"yesterday\",\"public_metrics\":{\"followers_count\":-1,\"listed_count\":1.5}}"))
        .containsExactly(
            "id is missing or not 1 to 19 digits",
            "username is missing",
            "created_at is not a time: \"yesterday\"",
            "verified is not true or false: \"yes\"",
            "followers_count is not a count: -1",
            "listed_count is not a count: 1.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "3", "null", "\"user\"", "{}"})
  void anythingElseIsUnreadableAndNeverAnException(String json) {
    assertThat(problems(json)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "blue,true,blue", "business,true,org", "government,,org", "none,true,legacy",
    ",true,legacy", "none,false,none", ",,none", "platinum,,none"
  })
  void theBadgeComesFromTheTypeAndThenFromTheTick(String type, Boolean verified, String badge) {
    Profile profile =
        Profile.newBuilder().setHandle("a").setVerifiedType(type).setVerified(verified).build();

    assertThat(Badge.of(profile).code()).isEqualTo(badge);
  }

  @Test
  void everyRealUserObjectIsRead() throws IOException {
    Path users = Path.of(System.getProperty("influx.shared"), "data", "dev", "users.jsonl");

    assertThat(Files.readAllLines(users)).hasSizeGreaterThan(300).allSatisfy(line -> profile(line));
  }

  private static Profile profile(String json) {
    return read(json)
        .fold(
            UserReading.Author::profile,
            unreadable -> {
              throw new AssertionError(unreadable.problems());
            });
  }

  private static List<String> problems(String json) {
    return read(json).fold(author -> List.<String>of(), UserReading.Unreadable::problems);
  }

  private static UserReading read(String json) {
    try {
      return UserObject.read(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
