package dev.influx.scorer.model;

import static dev.influx.scorer.model.TestingModels.model;
import static dev.influx.scorer.model.TestingModels.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.influx.schemas.Contribution;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Score;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every author, real or not. */
class PropertiesTest {
  private static final int AUTHORS = 4_000;

  private final ScoreModel calibrated = model("m2@2");

  static List<Arguments> counts() {
    return List.of(
        count("tweets", Profile::getTweetCount, Profile.Builder::setTweetCount),
        count("likes", Profile::getLikesGiven, Profile.Builder::setLikesGiven),
        count("media", Profile::getMediaCount, Profile.Builder::setMediaCount),
        count("lists", Profile::getListedCount, Profile.Builder::setListedCount),
        count("followers", Profile::getFollowersCount, Profile.Builder::setFollowersCount));
  }

  private static Arguments count(
      String name, Function<Profile, Long> count, BiConsumer<Profile.Builder, Long> change) {
    return Arguments.of(name, count, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("counts")
  void moreNeverLowersTheScore(
      String name, Function<Profile, Long> count, BiConsumer<Profile.Builder, Long> change) {
    for (long seed = 0; seed < AUTHORS; seed++) {
      RandomAuthors random = new RandomAuthors(seed);
      Profile author = random.profile();
      Long before = count.apply(author);
      if (before != null) {
        Profile.Builder more = Profile.newBuilder(author);
        change.accept(more, random.moreThan(before));

        assertThat(total(more.build(), random))
            .as("%s, seed %d", name, seed)
            .isGreaterThanOrEqualTo(total(author, random));
      }
    }
  }

  @Test
  void followingMoreNeverRaisesTheScore() {
    for (long seed = 0; seed < AUTHORS; seed++) {
      RandomAuthors random = new RandomAuthors(seed);
      Profile author = random.profile();
      if (author.getFollowingCount() != null) {
        long more = random.moreThan(author.getFollowingCount());
        Profile busier = Profile.newBuilder(author).setFollowingCount(more).build();

        assertThat(total(busier, random))
            .as("seed %d", seed)
            .isLessThanOrEqualTo(total(author, random));
      }
    }
  }

  @Test
  void aBetterBadgeNeverLowersTheScore() {
    for (long seed = 0; seed < AUTHORS; seed++) {
      RandomAuthors random = new RandomAuthors(seed);
      Profile author = random.profile();
      List<Double> totals =
          List.of(
              total(badge(author, "none", false), random),
              total(badge(author, "none", true), random),
              total(badge(author, "business", true), random),
              total(badge(author, "blue", true), random));

      assertThat(totals).as("seed %d", seed).isSorted();
    }
  }

  @Test
  void everybodyIsScoredAboveFiveAndUpToTheCap() {
    for (long seed = 0; seed < 5 * AUTHORS; seed++) {
      RandomAuthors random = new RandomAuthors(seed);
      Score score = score(calibrated, random.profile(), random);

      assertThat(score.getTotal()).as("seed %d", seed).isGreaterThan(5).isLessThanOrEqualTo(99.9);
      assertThat(score.getRounded()).as("seed %d", seed).isGreaterThan(5).isLessThanOrEqualTo(99.9);
      assertThat(List.of(score.getActivity(), score.getQuality(), score.getRelevance()))
          .as("seed %d", seed)
          .allMatch(component -> component >= 0 && component <= 100);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"m0", "m2@1", "m2@2"})
  void theSameAuthorGetsTheSameScoreAndItsExplanationAddsUp(String policy) {
    ScoreModel model = model(policy);
    ScoreModel again = model(policy);
    for (long seed = 0; seed < AUTHORS; seed++) {
      RandomAuthors random = new RandomAuthors(seed);
      Subject author = subject(random.profile(), random.domain());
      Optional<Score> score = model.score(author);
      Optional<Explanation> explanation = model.explain(author);

      assertThat(again.score(author)).as("seed %d", seed).isEqualTo(score);
      assertThat(explanation.map(Explanation::score)).as("seed %d", seed).isEqualTo(score);
      if (explanation.isPresent()) {
        double total = score.orElseThrow().getTotal();
        assertThat(explanation.get().sum()).as("seed %d", seed).isCloseTo(total, within(1e-9));
        assertThat(contributed(score.orElseThrow()))
            .as("seed %d", seed)
            .isCloseTo(total, within(1e-9));
      }
    }
  }

  @Test
  void nothingKnownIsStillScored() {
    Profile nothing = Profile.newBuilder().setHandle("").build();

    assertThat(calibrated.score(subject(nothing)).orElseThrow().getTotal()).isGreaterThan(5);
    assertThat(model("m2@1").score(subject(nothing)).orElseThrow().getTotal()).isEqualTo(9);
  }

  /** A hostile text must not cost more than in proportion to its length. */
  @Test
  void hugeTextsAreScored() {
    String text = "ai @ab https: \ud83d\ude00 \ud800 e\u0301 $btc ".repeat(40_000);
    Profile huge = Profile.newBuilder().setHandle(text).setName(text).setDescription(text).build();

    assertThat(calibrated.score(subject(huge)).orElseThrow().getTotal()).isGreaterThan(5);
  }

  private static double contributed(Score score) {
    return score.getContributions().stream().mapToDouble(Contribution::getPoints).sum();
  }

  private double total(Profile profile, RandomAuthors random) {
    return score(calibrated, profile, random).getTotal();
  }

  private static Score score(ScoreModel model, Profile profile, RandomAuthors random) {
    return model.score(subject(profile, random.domain())).orElseThrow();
  }

  private static Profile badge(Profile profile, String type, boolean verified) {
    return Profile.newBuilder(profile).setVerifiedType(type).setVerified(verified).build();
  }
}
