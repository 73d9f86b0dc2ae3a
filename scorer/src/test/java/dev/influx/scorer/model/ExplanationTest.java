package dev.influx.scorer.model;

import static dev.influx.scorer.model.TestingModels.NOW;
import static dev.influx.scorer.model.TestingModels.model;
import static dev.influx.scorer.model.TestingModels.nobody;
import static dev.influx.scorer.model.TestingModels.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.influx.schemas.Contribution;
import dev.influx.schemas.Profile;
import dev.influx.scorer.model.Explanation.Adjustment;
import dev.influx.scorer.model.Explanation.Adjustment.Kind;
import dev.influx.scorer.model.Explanation.Line;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Profile AUTHOR =
      nobody()
          .setHandle("DevAda")
          .setName("Ada")
          .setDescription("Engineer @acme, writes about rust and linux")
          .setCreatedAt(NOW.minus(Duration.ofDays(1_000)))
          .setVerified(false)
          .setVerifiedType("none")
          .setFollowersCount(60_000L)
          .setFollowingCount(599L)
          .setTweetCount(2_500L)
          .setListedCount(700L)
          .setLikesGiven(20_000L)
          .setPinnedPostId("1")
          .build();

  private final Explanation calibrated = explain("m2@2", AUTHOR);

  @Test
  void eachTermSaysWhatItSawAndWhatItBroughtOfHowMuch() {
    Line likes = line(calibrated, "activity", "engagement.likes_given");

    assertThat(likes.input()).isEqualTo("likes_given");
    assertThat(likes.value()).contains("20,000");
    assertThat(likes.treatment()).isEmpty();
    assertThat(likes.curve()).isEqualTo("hill: half at 20,000, steepness 0.75");
    assertThat(likes.points()).isCloseTo(1.2 * 30 * .35 * .3 * .5, within(1e-9));
    assertThat(likes.most().orElseThrow()).isCloseTo(1.2 * 30 * .35 * .3, within(1e-9));
    assertThat(calibrated.lines())
        .extracting(Line::part, Line::term, line -> line.value().orElse("?"))
        .contains(
            tuple("activity", "frequency", "2.50 (lifetime of the account)"),
            tuple("activity", "engagement.media", "?"),
            tuple("quality", "badge", "none"),
            tuple("quality", "followers_per_following", "100"),
            tuple("quality", "description", "43 characters, engineer, a mention"),
            tuple("relevance", "identity", "50 % of the handle in the name; no term of any domain"),
            tuple("relevance", "bio", "rust, linux, engineer of open_source"));
  }

  @Test
  void whatIsNotKnownIsListedWithItsTreatment() {
    assertThat(calibrated.absent())
        .extracting(Line::term, Line::input, line -> line.treatment().orElseThrow(), Line::points)
        .containsExactly(tuple("engagement.media", "media", "not known: earns nothing", 0.0));
    assertThat(explain("m2@2", nobody().build()).absent())
        .extracting(Line::term, line -> line.treatment().orElseThrow())
        .contains(
            tuple("frequency", "not known: yields 0.30"),
            tuple("authority.maturity", "not known: yields 0.30"),
            tuple("badge", "not known: counts as none"),
            tuple("description", "not known: yields 0.35"),
            tuple("identity", "no name: only the handle counts"),
            tuple("bio", "not known: yields 0.40"));
    assertThat(explain("m2@1", AUTHOR).absent())
        .extracting(Line::part, Line::term, line -> line.treatment().orElseThrow())
        .containsExactly(
            tuple("activity", "engagement.media", "not known: what is missing counts as 0"),
            tuple("quality", "media", "not known: what is missing counts as 0"),
            tuple("relevance", "topics", "none given: earns nothing"));
  }

  @Test
  void whatNoTermEarnsIsAnAdjustment() {
    Profile weak = nobody().setFollowersCount(0L).build();
    Profile strong =
        Profile.newBuilder(AUTHOR)
            .setName("Dev Ada")
            .setDescription(AUTHOR.getDescription() + " https: python react kubernetes github oss")
            .setCreatedAt(NOW.minus(Duration.ofDays(3_650)))
            .setVerifiedType("blue")
            .setFollowersCount(Long.MAX_VALUE)
            .setTweetCount(Long.MAX_VALUE)
            .setListedCount(Long.MAX_VALUE)
            .setLikesGiven(Long.MAX_VALUE)
            .setMediaCount(Long.MAX_VALUE)
            .build();

    assertThat(calibrated.adjustments())
        .containsExactly(new Adjustment(Adjustment.TOTAL, Kind.SHIFT, -12));
    assertThat(explain("m2@2", weak).adjustments())
        .extracting(Adjustment::kind)
        .containsExactly(Kind.SHIFT, Kind.BEND);
    assertThat(explain("m2@2", strong).adjustments())
        .extracting(Adjustment::kind)
        .containsExactly(Kind.SHIFT, Kind.CAP);
    assertThat(explain("m0", weak).adjustments())
        .extracting(Adjustment::part, Adjustment::kind)
        .containsExactly(tuple("reach", Kind.BOUNDS));
    assertThat(explain("m2@1", AUTHOR).adjustments())
        .extracting(Adjustment::part, Adjustment::kind)
        .containsExactly(tuple("quality", Kind.ROUNDING));
  }

  @Test
  void everyScoreCarriesThePointsThatItsExplanationGives() {
    assertThat(calibrated.score().getContributions())
        .extracting(Contribution::getTerm, Contribution::getPoints)
        .containsExactlyElementsOf(
            Stream.concat(
                    calibrated.lines().stream().map(line -> tuple(line.id(), line.points())),
                    calibrated.adjustments().stream()
                        .map(adjustment -> tuple(adjustment.id(), adjustment.points())))
                .toList())
        .contains(tuple("total.calibration-shift", -12.0))
        .extracting(contribution -> contribution.toList().get(0))
        .contains("activity.engagement.likes_given", "quality.badge");
    assertThat(explain("m2@1", nobody().build()).score().getContributions())
        .contains(new Contribution("activity.assumed", 9.0));
  }

  @Test
  void anAssumedPartIsOneLine() {
    Explanation explanation = explain("m2@1", nobody().setFollowersCount(100_000L).build());

    assertThat(explanation.lines())
        .filteredOn(line -> line.part().equals("activity"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.input()).isEqualTo("tweets, likes_given, media, listed");
              assertThat(line.points()).isCloseTo(9, within(1e-9));
              assertThat(line.treatment()).contains("none of them known: activity is assumed");
            });
  }

  @Test
  void whatWouldRaiseATermIsTriedOut() {
    Profile twice = Profile.newBuilder(AUTHOR).setListedCount(1_400L).build();
    double gain = explain("m2@2", twice).score().getTotal() - calibrated.score().getTotal();

    assertThat(line(calibrated, "quality", "listed").raise())
        .contains(new Explanation.Raise("twice the lists", gain));
    assertThat(line(calibrated, "quality", "badge").raise().orElseThrow().gain())
        .isCloseTo(9, within(1e-9));
    assertThat(line(calibrated, "relevance", "bio").raise().orElseThrow().change())
        .isEqualTo("a term of open_source in the bio, such as open source");
    assertThat(line(calibrated, "quality", "description").raise().orElseThrow().change())
        .isEqualTo("a longer bio");
    assertThat(line(calibrated, "activity", "engagement.media").raise()).isEmpty();
    assertThat(calibrated.best().orElseThrow().change()).isEqualTo("a blue badge");
  }

  @Test
  void nothingThatLowersTheScoreIsAdvised() {
    Explanation first =
        explain("m2@1", Profile.newBuilder(AUTHOR).setTweetCount(1L).setLikesGiven(1_000L).build());

    assertThat(line(first, "activity", "frequency").raise()).isEmpty();
    assertThat(line(first, "activity", "engagement.pinned").raise()).isEmpty();
  }

  private static Line line(Explanation explanation, String part, String term) {
    return explanation.lines().stream()
        .filter(line -> line.part().equals(part) && line.term().equals(term))
        .findFirst()
        .orElseThrow();
  }

  private static Explanation explain(String policy, Profile profile) {
    return model(policy).explain(subject(profile, Optional.empty())).orElseThrow();
  }
}
