package dev.influx.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

  private static final int SIZE = 2_000;

  private final World world = World.of(1, SIZE);

  @Test
  void numbersOnlyGrowButForTheFollowersOfAFew() {
    SplittableRandom random = new SplittableRandom(23);
    int shrinking = 0;
    for (int index = 0; index < SIZE; index++) {
      Instant early = World.START.plusSeconds(random.nextLong(400_000_000));
      Metrics before = world.author(index, early).metrics();
      Metrics after =
          world.author(index, early.plusSeconds(random.nextLong(400_000_000))).metrics();

      assertThat(after.posts()).as("index %d", index).isGreaterThanOrEqualTo(before.posts());
      assertThat(after.likes().orElse(0)).isGreaterThanOrEqualTo(before.likes().orElse(0));
      assertThat(after.media().orElse(0)).isGreaterThanOrEqualTo(before.media().orElse(0));
      assertThat(after.likes().isPresent()).isEqualTo(before.likes().isPresent());
      assertThat(after.media().isPresent()).isEqualTo(before.media().isPresent());
      if (after.followers() < before.followers()) {
        shrinking++;
      } else {
        assertThat(after.listed()).isGreaterThanOrEqualTo(before.listed());
      }
    }
    assertThat(shrinking).isBetween(SIZE / 50, SIZE / 15);
  }

  @Test
  void tenHoursBringNewsFromMost() {
    Instant before = World.START.plus(Duration.ofDays(50));

    assertThat(changed(before, before.plus(Duration.ofHours(10)))).isGreaterThan(SIZE * 6 / 10);
    assertThat(changed(before, before.plus(Duration.ofDays(30)))).isGreaterThan(SIZE * 9 / 10);
  }

  @Test
  void nothingMovesBeforeTheWorldStarts() {
    Instant longAgo = Instant.parse("2006-03-21T00:00:00Z");

    assertThat(metrics(longAgo)).isEqualTo(metrics(World.START));
  }

  @Test
  void numbersStayNumbersForAThousandYears() {
    assertThat(metrics(Instant.parse("2999-12-31T23:59:59Z")))
        .allMatch(numbers -> numbers.followers() >= 0 && numbers.posts() >= 0)
        .allMatch(numbers -> numbers.posts() < 100_000_000)
        .allMatch(numbers -> numbers.likes().orElse(0) >= 0 && numbers.listed() >= 0);
  }

  @Test
  void onlyNumbersAndTheLastPostMoveWhereNobodyHasAFate() {
    World still = World.of(1, SIZE, Shares.still(0.02, 0.01, 0.01));
    Instant later = World.START.plus(Duration.ofDays(365));
    for (int index = 0; index < SIZE; index++) {
      SimulatedAuthor before = still.author(index, World.START);
      SimulatedAuthor after = still.author(index, later);

      assertThat(after)
          .usingRecursiveComparison()
          .ignoringFields("metrics", "mostRecentPostId")
          .isEqualTo(before);
    }
  }

  private long changed(Instant before, Instant after) {
    List<Metrics> early = metrics(before);
    List<Metrics> late = metrics(after);
    return IntStream.range(0, SIZE).filter(i -> !early.get(i).equals(late.get(i))).count();
  }

  private List<Metrics> metrics(Instant time) {
    return IntStream.range(0, SIZE).mapToObj(i -> world.author(i, time).metrics()).toList();
  }
}
