package dev.influx.scorer.activity;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Availability;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sample;
import dev.influx.schemas.ToldLanguage;
import dev.influx.scorer.Authors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {
  private static final Lineage SOMEWHERE = new Lineage("raw", 0, 0L);

  @Test
  void theFirstObservationMakesTheHistory() {
    History history = fold(List.of(seen(NOON, 50_000L, 10L)));

    assertThat(history.last().getFetchedAt()).isEqualTo(NOON);
    assertThat(history.last().getRaw()).as("raw bytes stay in the raw topic").isNull();
    assertThat(history.samples()).containsExactly(new Sample(NOON, 10L, 50_000L));
  }

  @Test
  void anIdenticalObservationIsADuplicate() {
    History history = fold(List.of(seen(NOON, 1L, 1L)));

    assertThat(observe(history, seen(NOON, 1L, 1L))).isInstanceOf(Observed.Duplicate.class);
  }

  @Test
  void theLanguageOfABioIsKnownUntilThereIsAnotherBio() {
    ToldLanguage told = new ToldLanguage("de", 1);
    RawProfile first = Authors.writing("Züge und Käse", seen(NOON, 1L, 1L));
    History known = new History(first, SOMEWHERE, List.of(), Optional.of(told), List.of());

    RawProfile same = Authors.writing("Züge und Käse", seen(hours(24), 2L, 2L));
    RawProfile other = Authors.writing("Trains and cheese", seen(hours(24), 2L, 2L));

    assertThat(observe(known, same).history().orElseThrow().language()).contains(told);
    assertThat(observe(known, other).history().orElseThrow().language()).isEmpty();
    assertThat(observe(known, seen(hours(-48), 9L, 9L)).history().orElseThrow().language())
        .contains(told);
  }

  @Test
  void anOlderObservationOfADayThatIsKnownIsDropped() {
    History history = fold(List.of(seen(NOON, 1L, 1L), seen(hours(4), 2L, 2L)));

    Observed observed = observe(history, seen(hours(2), 9L, 9L));

    assertThat(observed.outcome()).isEqualTo("stale");
    assertThat(observed.history()).isEmpty();
  }

  @Test
  void anOlderObservationOfAnUnknownDayFillsThatDayOnly() {
    History history = fold(List.of(seen(NOON, 1L, 1L)));

    Observed observed = observe(history, seen(hours(-48), 9L, 9L));

    assertThat(observed.outcome()).isEqualTo("stale");
    assertThat(observed.history().orElseThrow().last()).isEqualTo(history.last());
    assertThat(observed.history().orElseThrow().samples())
        .extracting(Sample::getAt)
        .containsExactly(hours(-48), NOON);
  }

  @Test
  void keepsOneSampleADayAndAMonthOfThem() {
    List<RawProfile> observations = new ArrayList<>();
    for (int hour = 0; hour < 24 * 40; hour += 5) {
      observations.add(seen(hours(hour), 1L, (long) hour));
    }

    List<Sample> samples = fold(observations).samples();

    assertThat(samples).hasSize(31).isSortedAccordingTo(Comparator.comparing(Sample::getAt));
    assertThat(samples.get(0).getAt()).isAfter(samples.get(30).getAt().minus(Duration.ofDays(31)));
  }

  @Test
  void ofAnAuthorWhoIsForgottenTheBareFactIsKept() {
    RawProfile seen = Authors.writing("Trains and cheese", seen(NOON, 1L, 1L));
    RawProfile all =
        RawProfile.newBuilder(seen)
            .setAvailability(Availability.FORGOTTEN)
            .setHandle("ann")
            .setDomain("ai_research")
            .setTopicTags(List.of("trains"))
            .build();

    for (List<RawProfile> deliveries :
        List.of(List.of(all), List.of(seen, all), List.of(all, seen(hours(24), 2L, 2L)))) {
      History history = fold(deliveries);
      RawProfile bare =
          RawProfile.newBuilder()
              .setId(seen.getId())
              .setFetchedAt(NOON)
              .setAvailability(Availability.FORGOTTEN)
              .setProvenance(seen.getProvenance())
              .setSources(List.of())
              .build();
      assertThat(history)
          .isEqualTo(new History(bare, SOMEWHERE, List.of(), Optional.empty(), List.of()));
      assertThat(history.isForgotten()).isTrue();
    }
  }

  @Test
  void anAuthorWhoIsGoneLeavesNoSample() {
    History history = fold(List.of(Authors.gone("7", NOON, Availability.SUSPENDED)));

    assertThat(history.samples()).isEmpty();
    assertThat(history.last().getAvailability()).isEqualTo(Availability.SUSPENDED);
  }

  static List<Long> seeds() {
    return new Random(20260310).longs(200).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neitherOrderNorNumberOfDeliveriesMatters(long seed) {
    Random random = new Random(seed);
    List<RawProfile> observations = randomObservations(random);
    History expected = fold(observations);

    for (int round = 0; round < 5; round++) {
      List<RawProfile> deliveries = new ArrayList<>(observations);
      for (int i = random.nextInt(10); i > 0; i--) {
        deliveries.add(observations.get(random.nextInt(observations.size())));
      }
      Collections.shuffle(deliveries, random);
      assertThat(fold(deliveries)).as("seed %d, round %d", seed, round).isEqualTo(expected);
    }
  }

  /** Close in time, so that days, instants and whole observations collide. */
  private static List<RawProfile> randomObservations(Random random) {
    List<RawProfile> observations = new ArrayList<>();
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      Instant at = hours(6L * random.nextInt(24 * 12));
      observations.add(
          random.nextInt(8) == 0
              ? Authors.gone("7", at, Availability.SUSPENDED)
              : seen(at, count(random), count(random)));
    }
    return observations;
  }

  private static Long count(Random random) {
    return random.nextInt(6) == 0 ? null : (long) random.nextInt(4);
  }

  private static History fold(List<RawProfile> observations) {
    History history = null;
    for (RawProfile observation : observations) {
      Optional<History> before = Optional.ofNullable(history);
      history = History.observe(before, observation, SOMEWHERE).history().orElse(history);
    }
    return history;
  }

  private static Observed observe(History history, RawProfile observation) {
    return History.observe(Optional.of(history), observation, SOMEWHERE);
  }

  private static RawProfile seen(Instant at, Long followers, Long tweets) {
    return Authors.seen("7", at, followers, tweets);
  }

  private static Instant hours(long later) {
    return NOON.plus(Duration.ofHours(later));
  }
}
