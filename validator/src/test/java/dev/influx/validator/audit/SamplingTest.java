package dev.influx.validator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.validator.audit.Sample.Drawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingTest {
  private static final int SEEDS = 200;

  @Test
  void theOrderOfTheAuthorsDoesNotMatter() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<AuditedAuthor> authors = new ArrayList<>(some(random));
      int wanted = 1 + random.nextInt(30);
      Sample inOrder = draw(authors, seed, wanted);

      Collections.shuffle(authors, random);

      assertThat(draw(authors, seed, wanted)).as("seed %d", seed).isEqualTo(inOrder);
    }
  }

  /** Some of them more than once, and then maybe on another side. */
  private static List<AuditedAuthor> some(Random random) {
    List<AuditedAuthor> authors = new ArrayList<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      Instant at = Instant.ofEpochSecond(random.nextInt(3));
      String[][] codes = {{}, {"organization"}, {"risk_spam", "organization"}, {"not_scorable"}};
      authors.add(TestingAudit.seen(at, random.nextInt(50), codes[random.nextInt(4)]));
    }
    return authors;
  }

  @Test
  void nobodyIsDrawnTwiceAndEverybodyAsSeenLast() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<AuditedAuthor> authors = some(new Random(seed));
      Map<String, Instant> last = new HashMap<>();
      Question question = TestingAudit.about();
      authors.stream()
          .filter(each -> question.stratum(each).isPresent())
          .forEach(each -> last.merge(each.id(), each.seenAt(), SamplingTest::later));

      List<Drawn> drawn = draw(authors, seed, 100).drawn();

      assertThat(drawn)
          .as("seed %d", seed)
          .extracting(each -> each.author().id())
          .doesNotHaveDuplicates()
          .hasSameSizeAs(last.keySet());
      assertThat(drawn)
          .as("seed %d", seed)
          .allMatch(each -> each.author().seenAt().equals(last.get(each.author().id())));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Test
  void anotherSeedDrawsOthersAndTheSameOneTheSame() {
    List<AuditedAuthor> authors = TestingAudit.authors(300, 700);

    assertThat(draw(authors, 1, 100)).isEqualTo(draw(authors, 1, 100));
    assertThat(ids(draw(authors, 2, 100))).isNotEqualTo(ids(draw(authors, 1, 100)));
  }

  @Test
  void aSmallerSampleIsThatOfTheFirstOfALargerOne() {
    List<AuditedAuthor> authors = TestingAudit.authors(300, 700);
    List<String> large = ids(draw(authors, 1, 100));

    assertThat(ids(draw(authors, 1, 20)).subList(0, 10)).isEqualTo(large.subList(0, 10));
    assertThat(ids(draw(authors, 1, 20)).subList(10, 20)).isEqualTo(large.subList(50, 60));
  }

  /** 5 standard deviations of 10,000 draws are 5 * sqrt(10,000 * 0.1 * 0.9) = 150. */
  @Test
  void everybodyHasTheSameChance() {
    List<AuditedAuthor> authors = TestingAudit.authors(10, 10);
    Map<String, Integer> times = new HashMap<>();
    for (long seed = 0; seed < 10_000; seed++) {
      ids(draw(authors, seed, 2)).forEach(id -> times.merge(id, 1, Integer::sum));
    }

    assertThat(times).hasSize(20);
    assertThat(times.values()).allMatch(count -> Math.abs(count - 1_000) < 150);
  }

  @ParameterizedTest
  @CsvSource({
    "300, 700, 100, 50, 50",
    "300, 700, 101, 51, 50",
    "300, 700,   1,  1,  0",
    " 30, 700, 100, 30, 70",
    "300,  20, 100, 80, 20",
    " 30,  20, 100, 30, 20",
    "  0,  20,  10,  0, 10",
    "  0,   0,  10,  0,  0",
    "300, 700,   0,  0,  0",
  })
  void whatOneSideLacksTheOtherFillsUp(
      int flagged, int clean, int wanted, int flaggedDrawn, int cleanDrawn) {
    Sample sample = TestingAudit.sample(flagged, clean, wanted);

    assertThat(sample.count(Stratum.FLAGGED)).isEqualTo(flaggedDrawn);
    assertThat(sample.count(Stratum.CLEAN)).isEqualTo(cleanDrawn);
    assertThat(sample.population().of(Stratum.FLAGGED)).isEqualTo(flagged);
    assertThat(sample.population().of(Stratum.CLEAN)).isEqualTo(clean);
  }

  @Test
  void factsAreLeftOutAndCounted() {
    Sampling sampling = new Sampling(TestingAudit.about(), 1, 10);
    sampling.add(TestingAudit.author(1, "below_entry_threshold", "organization"));
    sampling.add(TestingAudit.author(2, "unavailable_protected"));
    sampling.add(TestingAudit.author(3, "risk_spam", "risk_spam", "organization"));
    sampling.add(new AuditedAuthor("4", Instant.EPOCH, Optional.empty(), List.of()));

    Population population = sampling.sample().population();

    assertThat(ids(sampling.sample())).containsExactly("3");
    assertThat(population.leftOut())
        .isEqualTo(
            Map.of("below_entry_threshold", 1L, "unavailable_protected", 1L, "no_profile", 1L));
    assertThat(population.codes()).isEqualTo(Map.of("organization", 1L, "risk_spam", 1L));
  }

  @Test
  void askedAboutOneCodeTheOthersAreClean() {
    Question question = TestingAudit.about("organization");
    AuditedAuthor both = TestingAudit.author(1, "organization", "risk_spam");

    assertThat(question.stratum(both)).contains(Stratum.FLAGGED);
    assertThat(question.askedOf(both)).extracting("code").containsExactly("organization");
    assertThat(question.stratum(TestingAudit.author(2, "risk_spam"))).contains(Stratum.CLEAN);
  }

  private static Sample draw(List<AuditedAuthor> authors, long seed, int wanted) {
    Sampling sampling = new Sampling(TestingAudit.about(), seed, wanted);
    authors.forEach(sampling::add);
    return sampling.sample();
  }

  private static List<String> ids(Sample sample) {
    return sample.drawn().stream().map(each -> each.author().id()).toList();
  }
}
