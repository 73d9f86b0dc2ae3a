package dev.influx.harvester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RosterTest {
  private static final long LATER = 1_000;
  private static final Duration REFRESH = Duration.ofNanos(LATER);

  @Test
  void hasEverybodyDueAtTheStartByHandle() {
    Roster roster = new Roster(Samples.seeds("Ada", "bob"), REFRESH);

    assertThat(due(roster, 0)).extracting(Target::key).containsExactly("Ada", "bob");
    assertThat(due(roster, 0)).extracting(Target::by).containsOnly(By.HANDLE);
    assertThat(roster.nextDue()).isZero();
  }

  @Test
  void asksByIdOnceItIsKnownAndRemembersTheHandleAsAnswered() {
    Roster roster = new Roster(Samples.seeds("ada"), REFRESH);
    roster.settle(found(due(roster, 0).get(0), "7", "Ada_Renamed"), 0);

    assertThat(due(roster, LATER - 1)).isEmpty();
    assertThat(roster.nextDue()).isEqualTo(LATER);
    Target target = due(roster, LATER).get(0);
    assertThat(target.by()).isEqualTo(By.ID);
    assertThat(target.key()).isEqualTo("7");
    assertThat(target.handle()).contains("Ada_Renamed");
  }

  @Test
  void asksAgainByHandleForWhoWasNotFound() {
    Roster roster = new Roster(Samples.seeds("nobody"), REFRESH);
    roster.settle(ended(due(roster, 0).get(0), Ending.NOT_FOUND), 0);

    assertThat(due(roster, LATER).get(0).by()).isEqualTo(By.HANDLE);
  }

  @Test
  void keepsTheIdOfWhoIsGone() {
    Roster roster = new Roster(Samples.seeds("ada"), REFRESH);
    roster.settle(found(due(roster, 0).get(0), "7", "ada"), 0);
    roster.settle(ended(due(roster, LATER).get(0), Ending.SUSPENDED), LATER);

    assertThat(due(roster, 2 * LATER).get(0).id()).contains("7");
  }

  @Test
  void asksOnceForAHandleThatSeveralListsName() {
    Seed first = Samples.seed("Ada", Domain.AI_RESEARCH);
    Seed second = Samples.seed("ADA", Domain.OPEN_SOURCE);

    List<Target> due = due(new Roster(List.of(first, second), REFRESH), 0);

    assertThat(due).hasSize(1);
    assertThat(due.get(0).occasions()).containsExactly(Occasion.of(first), Occasion.of(second));
  }

  @Test
  void asksOnceForSeedsThatTurnOutToBeTheSameAuthor() {
    Roster roster = new Roster(Samples.seeds("old_name", "new_name", "bob"), REFRESH);
    List<Target> due = due(roster, 0);
    roster.settle(found(due.get(0), "7", "new_name"), 0);
    roster.settle(found(due.get(1), "7", "new_name"), 0);
    roster.settle(found(due.get(2), "8", "bob"), 0);

    List<Target> next = due(roster, LATER);

    assertThat(next).extracting(Target::key).containsExactly("7", "8");
    assertThat(next.get(0).occasions())
        .extracting(Occasion::name)
        .containsExactly("old_name", "new_name");
  }

  @Test
  void knowsWhichOutcomesStandAgainstAnAuthor() {
    Roster roster = new Roster(Samples.seeds("Ada", "bob"), REFRESH);
    roster.open(Set.of("ada", "somebody_else"));

    assertThat(due(roster, 0)).extracting(Target::open).containsExactly(Set.of("ada"), Set.of());

    roster.settle(found(due(roster, 0).get(0), "7", "Ada"), 0);
    roster.settle(ended(due(roster, 0).get(0), Ending.NOT_FOUND), 0);

    assertThat(due(roster, LATER))
        .extracting(Target::open)
        .containsExactly(Set.of(), Set.of("bob"));
  }

  @Test
  void isNeverDueWithoutSeeds() {
    Roster roster = new Roster(List.of(), REFRESH);

    assertThat(due(roster, LATER)).isEmpty();
    assertThat(roster.nextDue()).isEqualTo(Long.MAX_VALUE);
  }

  private static List<Target> due(Roster roster, long now) {
    List<Target> due = new ArrayList<>();
    roster.due(now).forEachRemaining(due::add);
    assertThat(roster.count(now)).isEqualTo(due.size());
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
