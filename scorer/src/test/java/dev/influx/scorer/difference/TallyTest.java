package dev.influx.scorer.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.policies.Limits;
import dev.influx.scorer.difference.Difference.Counts;
import dev.influx.scorer.difference.Difference.Mover;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Optional<Said> NOBODY = Optional.empty();

  @Test
  void everyAuthorCountsOnce() {
    Difference difference =
        difference(
            pair("1", accepted(50), accepted(50)),
            pair("2", accepted(50), accepted(60)),
            pair("3", accepted(50), refused("organization")),
            pair("4", refused("organization", "unavailable_deleted"), accepted(70)),
            pair("5", refused("organization"), refused("risk_spam")),
            pair("6", accepted(9), NOBODY),
            pair("7", NOBODY, accepted(9)),
            pair("8", Optional.of(said(List.of(), 1, 100)), accepted(2)));

    assertThat(difference.counts()).isEqualTo(new Counts(7, 7, 5, 1, 1, 1, 1));
    assertThat(difference.counts().mismatched()).isEqualTo(4);
    assertThat(difference.flips().accepted()).isEqualTo(1);
    assertThat(difference.flips().rejected()).isEqualTo(1);
    assertThat(difference.flips().lost())
        .isEqualTo(Map.of("organization", 1L, "unavailable_deleted", 1L));
    assertThat(difference.flips().found()).isEqualTo(Map.of("organization", 1L));
    assertThat(difference.up())
        .containsExactly(new Mover("2", Optional.of("author_2"), 50, 60, 10));
    assertThat(difference.down()).isEmpty();
  }

  @Test
  void thePointsThatArePrintedAreWhatIsSubtracted() {
    Mover mover = difference(pair("1", accepted(70.1), accepted(69.8))).down().get(0);

    assertThat(mover.difference()).isEqualTo(-0.3);
  }

  @Test
  void nothingIsSaidOfNobody() {
    Difference nobody = difference();

    assertThat(nobody.figures().live()).isEmpty();
    assertThat(nobody.figures().rankCorrelation()).isEmpty();
    assertThat(nobody.figures().stability()).isEmpty();
    assertThat(Check.of(nobody, Limits.DEFAULT)).noneMatch(Check::passed);
  }

  @Test
  void aListThatIsLikeItselfKeepsTheLimits() {
    List<Pair> authors = new ArrayList<>();
    for (int score = 1; score <= 99; score++) {
      authors.add(pair(Integer.toString(score), accepted(score), accepted(score)));
    }
    Difference difference = difference(authors.toArray(Pair[]::new));

    assertThat(Check.of(difference, Limits.DEFAULT)).allMatch(Check::passed);
    assertThat(difference.figures().rankCorrelation()).hasValue(1);
    assertThat(difference.figures().stability()).hasValue(0);
  }

  @Test
  void eachLimitFailsByItself() {
    assertThat(failed(pair("1", accepted(50), accepted(50)), pair("2", accepted(90), accepted(0))))
        .contains("zero", "high");
    assertThat(failed(pair("1", accepted(90), accepted(90)), pair("2", accepted(91), accepted(91))))
        .containsExactly("iqr");
    assertThat(
            failed(
                pair("1", accepted(90), accepted(90)),
                pair("2", accepted(20), accepted(20)),
                pair("3", accepted(20), refused("organization"))))
        .containsExactly("flips");
  }

  @Test
  void theOrderOfAuthorsDoesNotMatter() {
    for (long seed = 1; seed <= 200; seed++) {
      List<Pair> authors = random(new SplittableRandom(seed));
      List<Pair> shuffled = new ArrayList<>(authors);
      Collections.shuffle(shuffled, new Random(seed));
      Difference difference = difference(authors.toArray(Pair[]::new));

      assertThat(difference(shuffled.toArray(Pair[]::new)).counts())
          .as("seed %d", seed)
          .isEqualTo(difference.counts());
      assertThat(difference(shuffled.toArray(Pair[]::new)).up())
          .as("seed %d", seed)
          .isEqualTo(difference.up());
      Counts counts = difference.counts();
      assertThat(counts.both() + counts.missing() + counts.newer()).isLessThanOrEqualTo(60);
      assertThat(counts.live() + counts.extra())
          .as("seed %d: nobody is lost", seed)
          .isEqualTo(counts.both() + counts.missing() + counts.extra() + counts.newer());
      assertThat(difference.byDomain().stream().mapToLong(Difference.Group::authors).sum())
          .as("seed %d", seed)
          .isEqualTo(counts.both());
      assertThat(difference.byFollowers().stream().mapToLong(Difference.Group::flips).sum())
          .as("seed %d", seed)
          .isEqualTo(difference.flips().all());
    }
  }

  private static List<Pair> random(SplittableRandom random) {
    List<Pair> authors = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Optional<Said> live = said(random);
      Optional<Said> other = said(random);
      if (live.isPresent() || other.isPresent()) {
        authors.add(pair(Integer.toString(i), live, other));
      }
    }
    return authors;
  }

  private static Optional<Said> said(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> NOBODY;
      case 1 -> refused("organization");
      case 2 -> Optional.of(said(List.of(), random.nextInt(1000) / 10.0, random.nextInt(120)));
      default -> accepted(random.nextInt(1000) / 10.0);
    };
  }

  private static List<String> failed(Pair... authors) {
    return Check.of(difference(authors), Limits.DEFAULT).stream()
        .filter(check -> !check.passed())
        .map(Check::name)
        .toList();
  }

  static Difference difference(Pair... authors) {
    Tally tally = new Tally(5, place -> place.offset() >= 100);
    for (Pair author : authors) {
      tally.add(author);
    }
    return tally.difference();
  }

  static Pair pair(String id, Optional<Said> live, Optional<Said> other) {
    return new Pair(id, Optional.of("author_" + id), live, other);
  }

  static Optional<Said> accepted(double score) {
    return Optional.of(said(List.of(), score, 0));
  }

  static Optional<Said> refused(String... codes) {
    return Optional.of(
        new Said(
            List.of(codes), Optional.empty(), place(0), Optional.of("edtech"), Optional.empty()));
  }

  private static Said said(List<String> codes, double score, long offset) {
    return new Said(
        codes,
        Optional.of(new Said.Mark(score, score)),
        place(offset),
        Optional.empty(),
        Optional.of(100_000L));
  }

  private static Said.Place place(long offset) {
    return new Said.Place(0, offset);
  }
}
