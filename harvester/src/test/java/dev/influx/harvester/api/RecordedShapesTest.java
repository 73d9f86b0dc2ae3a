package dev.influx.harvester.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Answer.Stop.Kind;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page.User;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Chance;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Samples;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.plan.Target;
import dev.influx.runtime.Secret;
import dev.influx.schemas.Profile;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whole answers as X was seen to give them, with other names: what becomes of each. */
final class RecordedShapesTest {
  private static final String LOOKED_UP =
      """
      {"data": [
        {"id": "1502203340000000017", "name": "Harbor Signal ⚓", "username": "Harbor_Signal",
         "created_at": "2022-03-11T08:15:42.000Z",
         "description": "Tide tables & buoy maths. Mirror: https://t.co/aaaaBBBB11 #tides @quietlathe",
         "location": "Pier 9", "url": "https://t.co/ccccDDDD22",
         "entities": {
           "url": {"urls": [{"start": 0, "end": 23, "url": "https://t.co/ccccDDDD22",
             "expanded_url": "https://harbor.example/", "display_url": "harbor.example"}]},
           "description": {
             "urls": [{"start": 34, "end": 57, "url": "https://t.co/aaaaBBBB11",
               "expanded_url": "https://mirror.example/t", "display_url": "mirror.example/t"}],
             "hashtags": [{"start": 58, "end": 64, "tag": "tides"}],
             "mentions": [{"start": 65, "end": 76, "username": "quietlathe"}]}},
         "profile_image_url": "https://pbs.twimg.com/profile_images/1/abcDEF12_normal.jpg",
         "protected": false, "verified": true, "verified_type": "business", "parody": false,
         "is_identity_verified": false, "subscription_type": "None",
         "public_metrics": {"followers_count": 48211, "following_count": 302, "tweet_count": 9174,
           "listed_count": 611, "like_count": 2205, "media_count": 1873},
         "affiliation": {"badge_url": "https://pbs.twimg.com/profile_images/1/badge_bigger.jpg",
           "description": "Tidal Group", "url": "https://x.com/tidalgroupx",
           "user_id": ["1502203340000000055"]},
         "pinned_tweet_id": "1700000000000000123"},
        {"id": "90211", "name": "quiet lathe", "username": "quietlathe",
         "created_at": "2006-12-02T21:04:09.000Z", "description": "",
         "profile_image_url": "https://abs.twimg.com/sticky/default_profile_normal.png",
         "protected": true, "verified": false, "verified_type": "none",
         "public_metrics": {"followers_count": 12, "following_count": 0, "tweet_count": 3,
           "listed_count": 0, "like_count": 0, "media_count": 0},
         "withheld": {"country_codes": ["DE"], "scope": "user"}}],
       "errors": [
        {"value": "NoSuchKiln", "detail": "Could not find user with usernames: [NoSuchKiln].",
         "title": "Not Found Error", "resource_type": "user", "parameter": "usernames",
         "resource_id": "NoSuchKiln",
         "type": "https://api.twitter.com/2/problems/resource-not-found"},
        {"value": "GreyPelican7", "detail": "User has been suspended: [GreyPelican7].",
         "title": "Forbidden", "resource_type": "user", "parameter": "usernames",
         "resource_id": "GreyPelican7",
         "type": "https://api.twitter.com/2/problems/resource-not-found"},
        {"value": "1700000000000000123",
         "detail": "Could not find tweet with pinned_tweet_id: [1700000000000000123].",
         "title": "Not Found Error", "resource_type": "tweet", "parameter": "pinned_tweet_id",
         "resource_id": "1700000000000000123",
         "type": "https://api.twitter.com/2/problems/resource-not-found"}]}
      """;
  private static final String FOLLOWING =
      """
      {"data": [
        {"id": "2233445566", "name": "Copper Ledger", "username": "copperledger",
         "verified": true, "verified_type": "blue",
         "public_metrics": {"followers_count": 150077, "following_count": 611, "post_count": 20418,
           "listed_count": 1204, "like_count": 33810, "media_count": null},
         "pinned_post_id": "1811111111111111111", "most_recent_post_id": "1899999999999999901"},
        {"id": "1502203340000000055", "name": "Tidal Group", "username": "TidalGroupX",
         "verified": true, "verified_type": "government",
         "public_metrics": {"followers_count": 9, "following_count": 1, "post_count": 0,
           "listed_count": 0}}],
       "includes": {"posts": [{"id": "1811111111111111111", "text": "Audit season. Bring biscuits.",
         "edit_history_post_ids": ["1811111111111111111"]}]},
       "meta": {"result_count": 2, "next_token": "7A5MQJ2EVOS1GZZZ"}}
      """;

  private final Classifier classifier =
      new Classifier(
          ApiSettings.of(URI.create("https://api.x.com"), Secret.of("canary"), "the test"));

  @Test
  void aBatchOfFourEndsInFourWaysAndThePinnedPostInNone() {
    Batch batch = batch("harbor_signal", "NoSuchKiln", "quietlathe", "GreyPelican7");

    Settlement settlement =
        Settlement.of(batch, classify(batch.lookup(), 200, LOOKED_UP), Samples.NOW);

    Map<String, Ending> endings =
        settlement.settled().stream()
            .collect(
                Collectors.toMap(each -> each.target().handle().orElseThrow(), Settled::ending));
    assertThat(endings)
        .isEqualTo(
            Map.of(
                "harbor_signal", Ending.FOUND,
                "quietlathe", Ending.FOUND,
                "NoSuchKiln", Ending.NOT_FOUND,
                "GreyPelican7", Ending.SUSPENDED));
    assertThat(settlement.later()).isEmpty();
    assertThat(settlement.unasked()).isEmpty();
  }

  @Test
  void aUserOfTheLegacyDialectIsReadWhole() {
    Batch batch = batch("harbor_signal", "quietlathe");
    Map<String, Profile> profiles = profiles(classify(batch.lookup(), 200, LOOKED_UP));

    Profile harbor = profiles.get("Harbor_Signal");
    assertThat(harbor.getName()).isEqualTo("Harbor Signal ⚓");
    assertThat(harbor.getCreatedAt()).isEqualTo(Instant.parse("2022-03-11T08:15:42Z"));
    assertThat(harbor.getTweetCount()).isEqualTo(9_174);
    assertThat(harbor.getLikesGiven()).isEqualTo(2_205);
    assertThat(harbor.getMediaCount()).isEqualTo(1_873);
    assertThat(harbor.getPinnedPostId()).isEqualTo("1700000000000000123");
    assertThat(harbor.getVerifiedType()).isEqualTo("business");
    assertThat(harbor.getAffiliation()).isNotNull();
    assertThat(harbor.getLinks()).contains("https://harbor.example/");
    Profile lathe = profiles.get("quietlathe");
    assertThat(lathe.getDescription()).as("empty, and that is known").isEmpty();
    assertThat(lathe.getProtected$()).isTrue();
    assertThat(lathe.getWithheldIn()).containsExactly("DE");
    assertThat(lathe.getLocation()).as("not known").isNull();
    assertThat(lathe.getMediaCount()).isZero();
  }

  @Test
  void aPageOfTheOtherDialectIsReadWithItsTokenAndWithoutZerosForWhatIsNull() {
    PageRequest request =
        new PageRequest(
            new Listing(Listing.Kind.FOLLOWING, "1502203340000000017"), 2, Optional.empty());
    Answer answer = classify(request, 200, FOLLOWING);

    Profile ledger = profiles(answer).get("copperledger");
    assertThat(ledger.getTweetCount()).isEqualTo(20_418);
    assertThat(ledger.getPinnedPostId()).isEqualTo("1811111111111111111");
    assertThat(ledger.getMediaCount()).isNull();
    assertThat(profiles(answer).get("TidalGroupX").getLikesGiven()).isNull();
    assertThat(page(answer).next()).contains("7A5MQJ2EVOS1GZZZ");
    Answer empty = classify(request, 200, "{\"meta\":{\"result_count\":0}}");
    assertThat(page(empty).next()).isEmpty();
    assertThat(page(empty).users()).isEmpty();
  }

  @Test
  void aRefusalForTooManyRequestsWaits() {
    assertThat(
            classify(
                batch("ada").lookup(),
                429,
                """
                {"title": "Too Many Requests", "detail": "Too Many Requests",
                 "type": "about:blank", "status": 429}"""))
        .isInstanceOf(Answer.Limited.class);
  }

  @Test
  void aCapStopsTheRunThoughItHasTheSameStatus() {
    assertThat(
            stop(
                429,
                """
                {"account_id": 1650000000000000042, "product_name": "standard-basic",
                 "title": "UsageCapExceeded", "period": "Monthly", "scope": "Product",
                 "detail": "Usage cap exceeded: Monthly product cap",
                 "type": "https://api.twitter.com/2/problems/usage-capped"}"""))
        .isEqualTo(Kind.QUOTA);
  }

  @Test
  void noCreditsStopTheRun() {
    assertThat(
            stop(
                402,
                """
                {"title": "Payment Required", "detail": "credits depleted",
                 "type": "https://api.x.com/2/problems/credits-depleted", "status": 402}"""))
        .isEqualTo(Kind.QUOTA);
  }

  @Test
  void aSpoiltBatchGoesOnWithoutTheOneThatSpoiltIt() {
    Batch batch = batch("ada", "grey_pelican");
    Answer answer =
        classify(
            batch.lookup(),
            400,
            """
            {"errors": [{"parameters": {"usernames": ["grey_pelican"]}, "message": "The `usernames` \
            query parameter value [grey_pelican] does not match ^[A-Za-z0-9_]{1,15}$"}],
             "title": "Invalid Request",
             "detail": "One or more parameters to your request was invalid.",
             "type": "https://api.twitter.com/2/problems/invalid-request"}""");

    Settlement settlement = Settlement.of(batch, answer, Samples.NOW);

    assertThat(settlement.settled()).extracting(Settled::ending).containsExactly(Ending.INVALID);
    assertThat(settlement.again())
        .extracting(again -> again.lookup().keys())
        .containsExactly(List.of("ada"));
  }

  private Kind stop(int status, String body) {
    return ((Answer.Stop) classify(batch("ada").lookup(), status, body)).kind();
  }

  private Answer classify(Request request, int status, String body) {
    return classifier.classify(
        request,
        new Received(
            status,
            Replies.headers(
                "content-type", "application/json; charset=utf-8",
                "date", "Tue, 03 Mar 2026 10:00:00 UTC",
                "x-rate-limit-limit", "300",
                "x-rate-limit-remaining", "283",
                "x-rate-limit-reset", "1772532900"),
            Body.of(body.getBytes(UTF_8)),
            TestingTime.START));
  }

  private static Page page(Answer answer) {
    return ((Answer.Ok) answer).page();
  }

  private static Map<String, Profile> profiles(Answer answer) {
    Function<User, Profile> profile =
        user ->
            user.reading()
                .fold(
                    author -> author.profile(),
                    unreadable -> {
                      throw new AssertionError(unreadable.problems());
                    });
    return page(answer).users().stream()
        .collect(Collectors.toMap(user -> user.handle().orElseThrow(), profile));
  }

  private static Batch batch(String... handles) {
    List<Target> targets = Arrays.stream(handles).map(Samples::byHandle).toList();
    return new Batch(By.HANDLE, targets, Chance.FIRST);
  }
}
