package dev.influx.scorer.model;

import static dev.influx.scorer.model.TestingModels.NOW;
import static dev.influx.scorer.model.TestingModels.model;
import static dev.influx.scorer.model.TestingModels.nobody;
import static dev.influx.scorer.model.TestingModels.score;
import static dev.influx.scorer.model.TestingModels.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.influx.schemas.Profile;
import dev.influx.schemas.Score;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each model says of authors made up to show one rule. */
class ModelsTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @ParameterizedTest
  @CsvSource({
    "64600000, blue, 100.0",
    "14700000, blue, 93.3",
    "10500000, blue, 90.4",
    "5200000, blue, 84.3",
    "4700000, blue, 83.4",
    "1000, none, 0.0",
    "0, none, 0.0",
    "100000, business, 40.0",
    "9223372036854775807, none, 100.0"
  })
  void m0GivesThePublishedScores(long followers, String type, double expected) {
    Profile profile = nobody().setFollowersCount(followers).setVerifiedType(type).build();
    Score score = score(model("m0"), profile);

    assertThat(score.getRounded()).isEqualTo(expected);
    assertThat(score.getActivity()).isNull();
    assertThat(score.getQuality()).isNull();
    assertThat(score.getRelevance()).isNull();
  }

  @Test
  void m0GivesNoScoreWithoutANumberOfFollowers() {
    Profile unknown = nobody().setVerifiedType("blue").build();

    assertThat(model("m0").score(subject(unknown))).isEmpty();
    assertThat(model("m0").explain(subject(unknown))).isEmpty();
  }

  @Test
  void m21AssumesAnActivityWhenNoMetricIsKnown() {
    assertThat(m21(author -> {}).getActivity()).isEqualTo(30);
    assertThat(m21(author -> author.setMediaCount(0L)).getActivity()).isEqualTo(10);
    assertThat(m21(author -> author.setPinnedPostId("1")).getActivity()).isEqualTo(30);
  }

  @Test
  void m21DividesByTweetsInActivityAsIfThereWereOne() {
    Score score = m21(author -> author.setTweetCount(0L).setLikesGiven(1_000L).setMediaCount(4L));

    assertThat(score.getActivity()).isCloseTo(10 + .35 * (10 + 8), CLOSE);
    assertThat(score.getQuality()).isZero();
  }

  @Test
  void m21CountsNoTweetsADayOnTheFirstDay() {
    Score score =
        m21(author -> author.setTweetCount(50L).setCreatedAt(NOW.minus(Duration.ofHours(20))));

    assertThat(score.getActivity()).isCloseTo(.40 * 25, CLOSE);
  }

  @Test
  void m21FindsKeywordsInsideWordsAndTopicTags() {
    Profile chair = nobody().setName("Chair").setVerifiedType("business").build();
    Subject tagged =
        new Subject(
            chair,
            subject(chair).activity(),
            Optional.empty(),
            List.of("gpu", "gpu", "llm", "fashion"),
            NOW);

    assertThat(score(model("m2@1"), chair).getRelevance()).isEqualTo(13);
    assertThat(model("m2@1").score(tagged).orElseThrow().getRelevance()).isEqualTo(43);
    assertThat(m21(author -> author.setDescription("Deep Learning")).getRelevance()).isEqualTo(3);
  }

  @Test
  void m21RoundsQualityBeforeItIsWeighed() {
    Score score = m21(author -> author.setFollowersCount(123_456L).setListedCount(0L));

    assertThat(score.getQuality()).isEqualTo(16.7);
    assertThat(score.getTotal()).isCloseTo(.3 * 10 + .5 * 16.7, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({"365, 50", "3650, 100", "36500, 100", "0, 0"})
  void m22MeetsTheAnchorsOfFrequency(long tweets, double frequency) {
    Score score =
        m22(
            author ->
                author
                    .setTweetCount(tweets)
                    .setLikesGiven(0L)
                    .setMediaCount(0L)
                    .setListedCount(0L)
                    .setCreatedAt(NOW.minus(Duration.ofDays(365))));
    double maturity = 1 - Math.pow(1 - 365 / 365.25 / 5, 2);

    assertThat(score.getActivity()).isCloseTo(.4 * frequency + 10 * maturity, CLOSE);
  }

  @Test
  void m22MeetsTheAnchorsOfAuthority() {
    Score score =
        m22(
            author ->
                author
                    .setTweetCount(0L)
                    .setListedCount(100L)
                    .setCreatedAt(NOW.minus(Duration.ofDays(5 * 366))));

    assertThat(score.getActivity()).isCloseTo(25 * (.6 * .15 + .4), CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "blue, , 15",
    "business, true, 10",
    "government, , 10",
    "none, true, 5",
    ", true, 5",
    ", false, 0"
  })
  void m22MeetsTheAnchorsOfTheBadge(String type, Boolean verified, double points) {
    Score score = m22(author -> author.setVerifiedType(type).setVerified(verified));

    assertThat(score.getQuality()).isCloseTo(points + 7 * .35, CLOSE);
  }

  @Test
  void m22KnowsAnUnknownBioFromAnEmptyOne() {
    assertThat(m22(author -> {}).getQuality()).isCloseTo(7 * .35, CLOSE);
    assertThat(m22(author -> author.setDescription("")).getQuality()).isCloseTo(7 * .15, CLOSE);
    assertThat(m22(author -> author.setDescription(" \n")).getQuality()).isCloseTo(7 * .15, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "xx, 0",
    "x http, 0.08",
    "HTTPS://x, 0.08",
    "x @ab, 0.12",
    "x @a., 0",
    "x@y_z, 0.12",
    "@@ab, 0.12",
    "@a @, 0",
    "the ceo, 0.20",
    "the ceos, 0",
    "Co-Founder @ab https, 0.40"
  })
  void m22ReadsSignsInTheBio(String bio, double signs) {
    Score score = m22(author -> author.setDescription(bio));
    double length = .45 * (1 - Math.exp(-bio.length() / 60.0));

    assertThat(score.getQuality()).isCloseTo(7 * (.15 + length + signs), CLOSE);
  }

  @Test
  void m22CountsCodePointsOfTheFoldedBio() {
    Score emoji = m22(author -> author.setDescription("😀😀"));
    Score ligatures = m22(author -> author.setDescription("ﬀ "));
    Score letters = m22(author -> author.setDescription("xx"));

    assertThat(emoji.getQuality())
        .isEqualTo(letters.getQuality())
        .isEqualTo(ligatures.getQuality());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "BillGates, Bill Gates, null, 1",
        "a, null, null, 0.1",
        "abcd, ab, null, 0.325",
        "the_vc, , vc_investing, 0.992095",
        "the_vc, , fintech, 0.1",
        "the_vc, , null, 0.992095",
        "the_vc, , nonsense, 0.992095"
      })
  void m22SeesIdentityInHandleAndName(String handle, String name, String domain, double identity) {
    Profile profile = nobody().setHandle(handle).setName(name).build();
    Score score = model("m2@2").score(subject(profile, Optional.ofNullable(domain))).orElseThrow();
    double noBio = domain == null || domain.equals("nonsense") ? .40 : .60;

    assertThat(score.getRelevance()).isCloseTo(100 * (.4 * identity + .6 * noBio), within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({
    "bitcoin, crypto_web3, 0.40, 1, 0",
    "bitcoin, fintech, 0.40, 0, 1",
    "bitcoin and ethereum, fintech, 0.40, 0, 2",
    "bitcoin and banking, fintech, 0.40, 1, 1",
    "bitcoin and ethereum, , 0.20, 2, 2",
    "cats, , 0.20, 0, 0"
  })
  void m22SeesTheDomainInTheBio(String bio, String domain, double base, int own, int best) {
    Profile profile = nobody().setDescription(bio).build();
    Score score = model("m2@2").score(subject(profile, Optional.ofNullable(domain))).orElseThrow();
    double spoken = Math.max(aligned(own), .6 * aligned(best));

    assertThat(score.getRelevance())
        .isCloseTo(100 * (.4 * .1 + .6 * (base + (1 - base) * spoken)), CLOSE);
  }

  @Test
  void m22NeverScoresAnybodyZero() {
    Profile nothing =
        nobody()
            .setDescription("")
            .setCreatedAt(NOW)
            .setFollowersCount(0L)
            .setFollowingCount(0L)
            .setTweetCount(0L)
            .setListedCount(0L)
            .setLikesGiven(0L)
            .setMediaCount(0L)
            .build();

    assertThat(score(model("m2@2"), nothing).getTotal()).isBetween(5.0, 10.0);
  }

  private static double aligned(int terms) {
    return 1 - Math.exp(-terms / 1.25);
  }

  private static Score m21(Consumer<Profile.Builder> edits) {
    return score(model("m2@1"), edited(edits));
  }

  private static Score m22(Consumer<Profile.Builder> edits) {
    return score(model("m2@2"), edited(edits));
  }

  private static Profile edited(Consumer<Profile.Builder> edits) {
    Profile.Builder profile = nobody();
    edits.accept(profile);
    return profile.build();
  }
}
