package dev.influx.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.simulator.population.Life.Event;
import dev.influx.simulator.population.Life.Holding;
import dev.influx.simulator.population.Life.What;
import dev.influx.simulator.population.SimulatedSeed;
import dev.influx.simulator.population.Standing;
import dev.influx.simulator.population.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FatesTest {

  private static final Duration YEAR = Duration.ofDays(365);
  private static final Instant YEAR_LATER = World.START.plus(YEAR);

  private final World world = World.of(3, 20_000);

  @Test
  void everyFateHasItsShareOfTheFirstYear() {
    assertThat(shareOf(What.SUSPENDED)).isBetween(0.045, 0.055);
    assertThat(shareOf(What.DELETED)).isBetween(0.016, 0.024);
    assertThat(shareOf(What.PROTECTED)).isBetween(0.025, 0.035);
    assertThat(shareOf(What.WITHHELD)).isBetween(0.003, 0.007);
    assertThat(shareOf(What.RENAMED)).isBetween(0.033, 0.043);
    assertThat(shareOf(What.REINSTATED)).isBetween(0.01, 0.02);
    assertThat(shareOf(What.OPENED)).isBetween(0.007, 0.015);
    assertThat(shareOf(What.JOINED)).isBetween(0.011, 0.02);
  }

  @Test
  void theTruthAgreesWithWhatIsAnsweredAtEveryTime() {
    SplittableRandom random = new SplittableRandom(17);
    for (Truth truth : world.truth().filter(known -> !known.life().events().isEmpty()).toList()) {
      Instant time = World.START.plusSeconds(random.nextLong(10 * YEAR.toSeconds()));
      Optional<SimulatedAuthor> author = world.byId(truth.id(), time);

      assertThat(author.map(SimulatedAuthor::standing).filter(Standing::exists))
          .as("%s at %s", truth, time)
          .isEqualTo(Optional.of(truth.life().at(time).standing()).filter(Standing::exists));
      assertThat(author.map(SimulatedAuthor::handle).orElse(truth.life().at(time).handle()))
          .isEqualTo(truth.life().at(time).handle());
      assertThat(world.truth(truth.id())).contains(truth);
    }
  }

  @Test
  void aHandleLeadsToWhoHoldsItAndToNobodyElse() {
    Map<String, List<Held>> byHandle = holdings();
    SplittableRandom random = new SplittableRandom(29);
    byHandle.forEach(
        (handle, held) -> {
          held.sort(Comparator.comparing(each -> each.holding().from()));
          Instant time = World.START.plusSeconds(random.nextLong(10 * YEAR.toSeconds()));
          Optional<String> holder =
              held.stream().filter(each -> each.at(time)).map(each -> each.truth().id()).findAny();
          assertThat(world.byHandle(handle, time).map(SimulatedAuthor::id))
              .as("%s at %s", handle, time)
              .isEqualTo(holder);
        });
    assertThat(byHandle).hasSizeGreaterThan(20_000 * 13 / 10);
  }

  @Test
  void noHandleEverHasTwoHolders() {
    holdings()
        .forEach(
            (handle, held) -> {
              for (int i = 0; i < held.size(); i++) {
                for (int j = 0; j < i; j++) {
                  Held one = held.get(i);
                  Held other = held.get(j);
                  assertThat(!one.truth().equals(other.truth()) && one.overlaps(other))
                      .as("%s: %s and %s", handle, one, other)
                      .isFalse();
                }
              }
            });
  }

  @Test
  void aRecycledHandleAnswersWithAStranger() {
    Truth newcomer =
        world.truth().filter(truth -> truth.index() >= Births.NEWCOMERS).findFirst().orElseThrow();
    String handle = newcomer.life().handle();
    Instant taken = newcomer.life().events().get(0).at();
    SimulatedAuthor before = world.byHandle(handle, World.START).orElseThrow();
    SimulatedAuthor stranger = world.byHandle(handle, taken).orElseThrow();

    assertThat(stranger.id()).isEqualTo(newcomer.id()).isNotEqualTo(before.id());
    assertThat(stranger.createdAt()).isEqualTo(taken);
    assertThat(stranger.metrics().followers()).isLessThan(200);
    assertThat(stranger.metrics().posts()).isZero();
    assertThat(world.byHandle(handle, taken.minusSeconds(1))).isEmpty();
    assertThat(world.byId(newcomer.id(), taken.minusSeconds(1))).isEmpty();
    assertThat(world.byId(newcomer.id(), taken)).contains(stranger);
  }

  @Test
  void whoIsSuspendedOrDeletedDoesNotRename() {
    assertThat(world.truth())
        .allSatisfy(
            truth ->
                assertThat(
                        truth.life().events().stream()
                            .filter(event -> event.what() == What.RENAMED)
                            .map(event -> truth.life().at(event.at()).standing()))
                    .isSubsetOf(Standing.ACTIVE, Standing.PROTECTED));
  }

  @Test
  void eventsAreInOrderAndNothingFollowsADeletion() {
    assertThat(world.truth())
        .allSatisfy(
            truth -> {
              List<Event> events = truth.life().events();
              assertThat(events).isSortedAccordingTo(Comparator.comparing(Event::at));
              assertThat(events.stream().limit(Math.max(0, events.size() - 1)))
                  .noneMatch(event -> event.what() == What.DELETED);
            });
  }

  @Test
  void aLargerWorldGivesTheSameFates() {
    List<Truth> smaller = World.of(3, 500).truth().toList();

    assertThat(world.truth().limit(smaller.size())).isEqualTo(smaller);
  }

  @Test
  void aWorldCanBeMadeWithKnownSharesOfTheMissing() {
    World still = World.of(9, 10_000, Shares.still(0.03, 0.02, 0.02));
    Map<Standing, Integer> standings = new HashMap<>();
    still
        .truth()
        .map(truth -> truth.life().at(World.START).standing())
        .forEach(standing -> standings.merge(standing, 1, Integer::sum));

    assertThat(standings.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(10_000);
    assertThat(10_000 - standings.get(Standing.ACTIVE)).isBetween(600, 800);
    assertThat(still.truth().map(truth -> truth.life().at(YEAR_LATER)))
        .isEqualTo(still.truth().map(truth -> truth.life().at(World.START)).toList());
    assertThat(still.seeds().map(SimulatedSeed::handle).toList())
        .containsAll(still.truth().map(truth -> truth.life().handle()).toList());
    long answered =
        still
            .seeds()
            .filter(seed -> still.byHandle(seed.handle(), World.START).isPresent())
            .count();
    assertThat(answered).isEqualTo(10_000 - standings.get(Standing.DELETED));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aShareIsFromZeroToOne(double share) {
    assertThatThrownBy(() -> Shares.still(share, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("suspended is outside 0 to 1");
  }

  private record Held(Truth truth, Holding holding) {
    boolean at(Instant time) {
      return !time.isBefore(holding.from())
          && (holding.until().isEmpty() || time.isBefore(holding.until().get()));
    }

    boolean overlaps(Held other) {
      return holding.overlaps(other.holding());
    }
  }

  private Map<String, List<Held>> holdings() {
    Map<String, List<Held>> byHandle = new HashMap<>();
    world
        .truth()
        .flatMap(truth -> truth.life().holdings().stream().map(held -> new Held(truth, held)))
        .forEach(
            held ->
                byHandle
                    .computeIfAbsent(
                        held.holding().handle().toLowerCase(Locale.ROOT),
                        unused -> new ArrayList<>())
                    .add(held));
    return byHandle;
  }

  private double shareOf(What what) {
    return world.truth().flatMap(truth -> firstYear(truth, what)).count() / 20_000.0;
  }

  private static Stream<Event> firstYear(Truth truth, What what) {
    return truth.life().events().stream()
        .filter(event -> event.what() == what && event.at().isBefore(YEAR_LATER));
  }
}
