package dev.influx.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.Objectives.Finding;
import dev.influx.monitor.history.History;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.GroupLag.Stale;
import dev.influx.monitor.lag.LagSettings;
import dev.influx.monitor.lag.LagState;
import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import dev.influx.monitor.sampling.ClusterLook;
import dev.influx.monitor.sampling.GroupLook;
import dev.influx.monitor.sampling.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of groups from look to look, and what is found wrong with them. */
class LagBookTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Objectives NONE =
      new Objectives(Optional.empty(), OptionalLong.empty(), Optional.empty());

  private final LagBook book =
      new LagBook(LagSettings.usual(), group -> group.startsWith("influx.replay."), new History());
  private Instant now = BEGIN;

  @Test
  void aGroupThatIsGoneDisappearsWithItsHistory() {
    book.take(look(group("a", 10, 5), group("b", 10, 5)));

    ClusterLag lag = book.take(look(group("a", 10, 5)));

    assertThat(names(lag)).containsExactly("a");
    ClusterLag again = book.take(look(group("a", 10, 5), group("b", 10, 5)));
    assertThat(again.groups().get(1).commitAge()).contains(Duration.ZERO);
  }

  @Test
  void aGroupThatDidNotAnswerKeepsItsFiguresAndIsStale() {
    book.take(look(group("a", 10, 5)));

    ClusterLag lag = book.take(look(Map.of("a", "no answer in time", "b", "not allowed"), true));

    assertThat(names(lag)).containsExactly("a", "b");
    GroupLag seen = lag.groups().get(0);
    assertThat(seen.records()).hasValue(5);
    assertThat(seen.stale()).contains(new Stale(BEGIN, "no answer in time"));
    assertThat(seen.state()).isEqualTo(LagState.UNKNOWN);
    GroupLag unseen = lag.groups().get(1);
    assertThat(unseen.records()).isEmpty();
    assertThat(unseen.state()).isEqualTo(LagState.UNKNOWN);
    assertThat(book.take(look(group("a", 10, 5))).groups().get(0).stale()).isEmpty();
  }

  @Test
  void aGroupWhoseBrokerListedNothingIsNotGone() {
    book.take(look(group("a", 10, 5)));

    ClusterLag lag = book.take(look(Map.of(), false));

    assertThat(names(lag)).containsExactly("a");
    assertThat(lag.groups().get(0).stale()).isPresent();
    assertThat(book.take(look(Map.of(), true)).groups()).isEmpty();
  }

  @Test
  void aLookThatFailedMakesEverythingStaleAndNothingZero() {
    book.take(look(group("a", 10, 5)));
    book.missed(now, "no answer in time");

    ClusterLag lag = book.missed(now.plusSeconds(5), "connection refused");

    assertThat(lag.at()).contains(BEGIN);
    assertThat(lag.stale()).contains(new Stale(BEGIN, "connection refused"));
    assertThat(lag.groups().get(0).records()).hasValue(5);
    assertThat(NONE.check(lag))
        .containsExactly(
            new Finding(
                "stale", Optional.empty(), "the cluster does not answer: connection refused"),
            new Finding("stale", Optional.of("a"), "was not seen: connection refused"));
  }

  @Test
  void beforeTheFirstLookNothingIsKnown() {
    ClusterLag lag = book.missed(BEGIN, "connection refused");

    assertThat(lag.at()).isEmpty();
    assertThat(lag.stale()).contains(new Stale(BEGIN, "connection refused"));
    assertThat(lag.groups()).isEmpty();
  }

  @Test
  void whatStandsStillIsFoundWhateverTheObjectives() {
    ClusterLag lag = looks(6, 10, 5);

    assertThat(NONE.check(lag))
        .containsExactly(
            new Finding(
                "stall", Optional.of("a"), "t-0 has not moved for 25 s; the group has no members"));
  }

  @Test
  void isHeldAgainstTheObjectives() {
    ClusterLag lag = looks(1, 10, 5);
    Objectives strict =
        new Objectives(
            Optional.of(Duration.ofSeconds(30)), OptionalLong.of(4), Optional.of(Duration.ZERO));

    assertThat(strict.check(lag))
        .containsExactly(
            new Finding("lag", Optional.of("a"), "nobody can tell for how long it is behind"),
            new Finding("records", Optional.of("a"), "5 to read, more than 4"));
    assertThat(strict.check(looks(1, 10, 10))).isEmpty();
  }

  @Test
  void aTimeOverTheObjectiveIsFound() {
    looks(1, 10, 10);
    ClusterLag lag = looks(3, 20, 10);
    Objectives objectives =
        new Objectives(Optional.of(Duration.ofSeconds(10)), OptionalLong.empty(), Optional.empty());

    assertThat(objectives.check(lag))
        .containsExactly(new Finding("lag", Optional.of("a"), "15 s behind, more than 10 s"));
  }

  @Test
  void groupsOfReplaysMayBeAsLateAsTheyLike() {
    List<ClusterLag> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(book.take(look(group("influx.replay.next", 10, 5))));
    }
    ClusterLag lag = all.get(5);

    assertThat(lag.groups().get(0).state()).isEqualTo(LagState.STALL);
    assertThat(lag.groups().get(0).about().replay()).isTrue();
    assertThat(NONE.check(lag)).isEmpty();
  }

  private ClusterLag looks(int times, long end, long committed) {
    ClusterLag last = ClusterLag.none();
    for (int i = 0; i < times; i++) {
      last = book.take(look(group("a", end, committed)));
    }
    return last;
  }

  private static List<String> names(ClusterLag lag) {
    return lag.groups().stream().map(GroupLag::group).toList();
  }

  private ClusterLook look(GroupLook... groups) {
    ClusterLook look = new ClusterLook(now, List.of(groups), Map.of(), true, List.of());
    now = now.plusSeconds(5);
    return look;
  }

  private ClusterLook look(Map<String, String> failed, boolean complete) {
    ClusterLook look = new ClusterLook(now, List.of(), failed, complete, List.of());
    now = now.plusSeconds(5);
    return look;
  }

  private GroupLook group(String name, long end, long committed) {
    Position position =
        new Position(
            new Partition("t", 0),
            new Look(now, 0, end, OptionalLong.of(committed), Optional.empty()),
            Optional.empty(),
            false,
            Optional.empty());
    return new GroupLook(name, "classic", "empty", Optional.of(Set.of()), List.of(position));
  }
}
