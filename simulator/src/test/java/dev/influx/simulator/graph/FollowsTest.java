package dev.influx.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.population.Population;
import dev.influx.simulator.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowsTest {

  private static final int SIZE = 1_200;

  private static final Population WORLD = World.of(6, SIZE);
  private static final Follows FOLLOWS = Follows.of(WORLD, 6);
  private static final List<List<Integer>> FOLLOWING =
      everybody(place -> FOLLOWS.following(place, 0, SIZE));
  private static final List<List<Integer>> FOLLOWERS =
      everybody(place -> FOLLOWS.followers(place, 0, SIZE));

  @Test
  void whoFollowsIsAmongTheFollowers() {
    Set<Long> forth = new HashSet<>();
    Set<Long> back = new HashSet<>();
    for (int place = 0; place < SIZE; place++) {
      for (int other : following(place)) {
        forth.add((long) place * SIZE + other);
      }
      for (int other : followers(place)) {
        back.add((long) other * SIZE + place);
      }
    }

    assertThat(forth).isEqualTo(back).hasSizeGreaterThan(SIZE * 3);
  }

  @Test
  void nobodyFollowsItselfOrAnotherTwice() {
    for (int place = 0; place < SIZE; place++) {
      assertThat(following(place)).doesNotContain(place).doesNotHaveDuplicates();
    }
  }

  @Test
  void mostFollowingsAreOfTheSameDomain() {
    int same = 0;
    int all = 0;
    for (int place = 0; place < SIZE; place++) {
      for (int other : following(place)) {
        all++;
        same += WORLD.outline(place).domain().equals(WORLD.outline(other).domain()) ? 1 : 0;
      }
    }

    assertThat((double) same / all).isBetween(0.6, 0.9);
  }

  @Test
  void numbersOfFollowersHaveAHeavyTail() {
    List<Integer> sorted =
        IntStream.range(0, SIZE).map(place -> followers(place).size()).sorted().boxed().toList();

    assertThat(sorted.get(SIZE - 1)).isGreaterThan(4 * sorted.get(SIZE / 2));
    assertThat(sorted.get(SIZE / 2)).isPositive();
  }

  @Test
  void nobodyFollowsMoreInTheWorldThanInAll() {
    long excess =
        IntStream.range(0, SIZE)
            .filter(place -> following(place).size() > WORLD.outline(place).following())
            .count();

    assertThat(excess).isZero();
  }

  @Test
  void pagesOfAnySizeMakeTheSameWhole() {
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 200; i++) {
      int place = random.nextInt(SIZE);
      List<Integer> paged = new ArrayList<>();
      OptionalLong from = OptionalLong.of(0);
      while (from.isPresent()) {
        int most = 1 + random.nextInt(20);
        Page<Integer> page = FOLLOWS.followers(place, from.getAsLong(), most);
        paged.addAll(page.items());
        assertThat(page.items()).hasSizeLessThanOrEqualTo(most);
        assertThat(page.next().isPresent() && page.items().size() < most)
            .as("a short page before the last")
            .isFalse();
        from = page.next();
      }
      assertThat(paged).as("place %d", place).isEqualTo(followers(place));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 97, 1_000, 65_536, 999_999, 1_000_000})
  void aRingLeadsThereAndBack(int size) {
    for (long key = 0; key < 5; key++) {
      Ring ring = new Ring(size, Dice.mix(key));
      SplittableRandom random = new SplittableRandom(key);
      for (int i = 0; i < 200; i++) {
        int place = random.nextInt(size);
        assertThat(ring.place(ring.seat(place))).as("size %d key %d", size, key).isEqualTo(place);
        assertThat(ring.place(ring.seat(place) + (long) size)).isEqualTo(place);
        assertThat(ring.place(ring.seat(place) - (long) size)).isEqualTo(place);
      }
    }
  }

  @Test
  void aWorldOfOneHasNobodyToFollow() {
    Follows lonely = Follows.of(World.of(1, 1), 1);

    assertThat(lonely.following(0, 0, 10).items()).isEmpty();
    assertThat(lonely.followers(0, 0, 10)).isEqualTo(new Page<>(List.of(), OptionalLong.empty()));
  }

  private static List<Integer> following(int place) {
    return FOLLOWING.get(place);
  }

  private static List<Integer> followers(int place) {
    return FOLLOWERS.get(place);
  }

  private static List<List<Integer>> everybody(IntFunction<Page<Integer>> of) {
    return IntStream.range(0, SIZE).mapToObj(place -> of.apply(place).items()).toList();
  }
}
