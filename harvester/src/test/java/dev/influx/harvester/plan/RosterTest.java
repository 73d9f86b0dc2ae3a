package dev.influx.harvester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.schedule.Cadence;
import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RosterTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Cadence DAILY = new Cadence(DAY, DAY, Duration.ZERO);
  private static final Instant NOW = Samples.FETCHED;
  private static final Instant TOMORROW = NOW.plus(DAY);

  @Test
  void asksForEverybodyAtOnceByHandle() {
    Roster roster = roster("Ada", "bob");

    List<Target> due = due(roster, NOW);

    assertThat(due).extracting(Target::key).containsExactlyInAnyOrder("Ada", "bob");
    assertThat(due).extracting(Target::by).containsOnly(By.HANDLE);
    assertThat(roster.beginning()).isEqualTo(Beginning.of(2));
  }

  @Test
  void asksByIdOnceItIsKnownAndRemembersTheHandleAsAnswered() {
    Roster roster = roster("ada");
    roster.settle(found(due(roster, NOW).get(0), "7", "Ada_Renamed"));

    assertThat(due(roster, TOMORROW.minusSeconds(1))).isEmpty();
    assertThat(roster.nextDue(NOW)).isAfter(NOW).isBeforeOrEqualTo(TOMORROW);
    Target target = due(roster, TOMORROW).get(0);
    assertThat(target.by()).isEqualTo(By.ID);
    assertThat(target.key()).isEqualTo("7");
    assertThat(target.handle()).contains("Ada_Renamed");
  }

  @Test
  void asksAgainByHandleForWhoWasNotFound() {
    Roster roster = roster("nobody");
    roster.settle(ended(due(roster, NOW).get(0), Ending.NOT_FOUND));

    assertThat(due(roster, TOMORROW).get(0).by()).isEqualTo(By.HANDLE);
  }

  @Test
  void keepsTheIdOfWhoIsGone() {
    Roster roster = roster("ada");
    roster.settle(found(due(roster, NOW).get(0), "7", "ada"));
    roster.settle(ended(due(roster, TOMORROW).get(0), Ending.SUSPENDED));

    assertThat(due(roster, TOMORROW.plus(DAY)).get(0).id()).contains("7");
  }

  @Test
  void neverAsksAgainForWhomXCannotLookUp() {
    Roster roster = roster("a-b");
    roster.settle(ended(due(roster, NOW).get(0), Ending.INVALID));

    assertThat(due(roster, TOMORROW.plus(DAY))).isEmpty();
    assertThat(roster.nextDue(NOW)).isEqualTo(Instant.MAX);
  }

  @Test
  void hasWhoCouldNotBeToldOfBackAfterAMinute() {
    Roster roster = roster("ada");
    roster.settle(ended(due(roster, NOW).get(0), Ending.UNAVAILABLE));

    Instant soon = NOW.plus(Duration.ofMinutes(1));
    assertThat(due(roster, soon.minusMillis(1))).isEmpty();
    assertThat(roster.nextDue(NOW)).isEqualTo(soon);
    assertThat(due(roster, soon)).hasSize(1);
  }

  @Test
  void asksOnceForAHandleThatSeveralListsName() {
    Seed first = Samples.seed("Ada", Domain.AI_RESEARCH);
    Seed second = Samples.seed("ADA", Domain.OPEN_SOURCE);

    List<Target> due = due(roster(List.of(first, second), List.of()), NOW);

    assertThat(due).hasSize(1);
    assertThat(due.get(0).occasions()).containsExactly(Occasion.of(first), Occasion.of(second));
  }

  @Test
  void asksOnceForSeedsThatTurnOutToBeTheSameAuthor() {
    Roster roster = roster("old_name", "new_name", "bob");
    for (Target target : due(roster, NOW)) {
      boolean isBob = target.handle().equals(Optional.of("bob"));
      roster.settle(isBob ? found(target, "8", "bob") : found(target, "7", "new_name"));
    }

    List<Target> next = due(roster, TOMORROW);

    assertThat(next).extracting(Target::key).containsExactlyInAnyOrder("7", "8");
    assertThat(next)
        .filteredOn(target -> target.key().equals("7"))
        .flatExtracting(Target::occasions)
        .extracting(Occasion::name)
        .containsExactlyInAnyOrder("old_name", "new_name");
  }

  @Test
  void knowsWhichOutcomesStandAgainstAnAuthor() {
    Roster roster = roster("Ada", "bob");
    roster.open(Set.of("ada", "somebody_else"));

    List<Target> due = due(roster, NOW);
    assertThat(due).extracting(Target::open).containsExactlyInAnyOrder(Set.of("ada"), Set.of());
    for (Target target : due) {
      boolean isAda = target.handle().equals(Optional.of("Ada"));
      roster.settle(isAda ? found(target, "7", "Ada") : ended(target, Ending.NOT_FOUND));
    }

    assertThat(due(roster, TOMORROW.plus(DAY)))
        .extracting(Target::open)
        .containsExactlyInAnyOrder(Set.of(), Set.of("bob"));
  }

  @Test
  void remembersWhomAJournalTellsOf() {
    Remembered ada =
        new Remembered(
            "ada",
            Ending.FOUND,
            Optional.of("7"),
            Optional.of("Ada"),
            NOW.minus(Duration.ofHours(1)),
            OptionalLong.of(5),
            OptionalLong.empty(),
            Optional.empty());

    Roster roster = roster(Samples.seeds("ada", "bob"), List.of(ada));

    assertThat(roster.beginning()).isEqualTo(Beginning.of(1));
    assertThat(due(roster, NOW)).extracting(Target::key).containsExactly("bob");
    assertThat(due(roster, TOMORROW)).extracting(Target::key).containsExactly("7");
  }

  @Test
  void isNeverDueWithoutSeeds() {
    Roster roster = roster();

    assertThat(due(roster, TOMORROW)).isEmpty();
    assertThat(roster.nextDue(NOW)).isEqualTo(Instant.MAX);
  }

  private static Roster roster(String... handles) {
    return roster(Samples.seeds(handles), List.of());
  }

  private static Roster roster(List<Seed> seeds, List<Remembered> known) {
    return Roster.of(seeds, Map.of(), DAILY, known, NOW);
  }

  private static List<Target> due(Roster roster, Instant now) {
    List<Target> due = new ArrayList<>();
    roster.due(now).forEachRemaining(due::add);
    return due;
  }

  private static Settled found(Target target, String id, String handle) {
    return new Settled(
        target,
        Ending.FOUND,
        Optional.of(Samples.sighting(id, handle)),
        Optional.empty(),
        Optional.of(Samples.EVIDENCE),
        Samples.FETCHED);
  }

  private static Settled ended(Target target, Ending ending) {
    return Settled.unanswered(target, ending, "because", Samples.NOW);
  }
}
