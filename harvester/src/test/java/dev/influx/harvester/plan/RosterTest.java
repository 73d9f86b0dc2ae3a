package dev.influx.harvester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Seed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RosterTest {
  private static final long LATER = 1_000;

  @Test
  void hasEverybodyDueAtTheStartByHandle() {
    Roster roster = new Roster(Samples.seeds("Ada", "bob"), 0);

    assertThat(roster.due(0)).extracting(Target::key).containsExactly("Ada", "bob");
    assertThat(roster.due(0)).extracting(Target::by).containsOnly(By.HANDLE);
    assertThat(roster.nextDue()).isZero();
  }

  @Test
  void asksByIdOnceItIsKnownAndRemembersTheHandleAsAnswered() {
    Roster roster = new Roster(Samples.seeds("ada"), 0);
    roster.settle(found(roster.due(0).get(0), "7", "Ada_Renamed"), LATER);

    assertThat(roster.due(LATER - 1)).isEmpty();
    assertThat(roster.nextDue()).isEqualTo(LATER);
    Target target = roster.due(LATER).get(0);
    assertThat(target.by()).isEqualTo(By.ID);
    assertThat(target.key()).isEqualTo("7");
    assertThat(target.handle()).isEqualTo("Ada_Renamed");
  }

  @Test
  void asksAgainByHandleForWhoWasNotFound() {
    Roster roster = new Roster(Samples.seeds("nobody"), 0);
    roster.settle(ended(roster.due(0).get(0), Ending.NOT_FOUND), LATER);

    assertThat(roster.due(LATER).get(0).by()).isEqualTo(By.HANDLE);
  }

  @Test
  void keepsTheIdOfWhoIsGone() {
    Roster roster = new Roster(Samples.seeds("ada"), 0);
    roster.settle(found(roster.due(0).get(0), "7", "ada"), LATER);
    roster.settle(ended(roster.due(LATER).get(0), Ending.SUSPENDED), 2 * LATER);

    assertThat(roster.due(2 * LATER).get(0).id()).contains("7");
  }

  @Test
  void asksOnceForAHandleThatSeveralListsName() {
    Seed first = Samples.seed("Ada", Domain.AI_RESEARCH);
    Seed second = Samples.seed("ADA", Domain.OPEN_SOURCE);

    List<Target> due = new Roster(List.of(first, second), 0).due(0);

    assertThat(due).hasSize(1);
    assertThat(due.get(0).seeds()).containsExactly(first, second);
  }

  @Test
  void asksOnceForSeedsThatTurnOutToBeTheSameAuthor() {
    Roster roster = new Roster(Samples.seeds("old_name", "new_name", "bob"), 0);
    List<Target> due = roster.due(0);
    roster.settle(found(due.get(0), "7", "new_name"), LATER);
    roster.settle(found(due.get(1), "7", "new_name"), LATER);
    roster.settle(found(due.get(2), "8", "bob"), LATER);

    List<Target> next = roster.due(LATER);

    assertThat(next).extracting(Target::key).containsExactly("7", "8");
    assertThat(next.get(0).seeds())
        .extracting(Seed::handle)
        .containsExactly("old_name", "new_name");
  }

  @Test
  void knowsWhichOutcomesStandAgainstAnAuthor() {
    Roster roster = new Roster(Samples.seeds("Ada", "bob"), 0);
    roster.open(Set.of("ada", "somebody_else"));

    assertThat(roster.due(0)).extracting(Target::open).containsExactly(Set.of("ada"), Set.of());

    roster.settle(found(roster.due(0).get(0), "7", "Ada"), LATER);
    roster.settle(ended(roster.due(0).get(0), Ending.NOT_FOUND), LATER);

    assertThat(roster.due(LATER)).extracting(Target::open).containsExactly(Set.of(), Set.of("bob"));
  }

  @Test
  void isNeverDueWithoutSeeds() {
    Roster roster = new Roster(List.of(), 0);

    assertThat(roster.due(LATER)).isEmpty();
    assertThat(roster.nextDue()).isEqualTo(Long.MAX_VALUE);
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
