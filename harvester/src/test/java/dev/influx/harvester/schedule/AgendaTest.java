package dev.influx.harvester.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.Domain;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AgendaTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Cadence CADENCE =
      new Cadence(Duration.ofHours(24), Duration.ofHours(6), Duration.ofMinutes(15));
  private static final Urgency URGENCY =
      new Urgency(
          Map.of(
              Domain.AI_RESEARCH, new DomainNeed(1, 1_000, 0),
              Domain.EDTECH, new DomainNeed(2, 100, 0)));

  private final Agenda agenda = new Agenda(URGENCY, CADENCE, START);

  private static Instant hour(double hours) {
    return START.plusMillis((long) (hours * 3_600_000));
  }

  private void seen(String key, long followers, double hour) {
    agenda.put(fetched(key, followers, hour), hour(hour));
  }

  private static AuthorFacts fetched(String key, long followers, double hour) {
    return new AuthorFacts(
        key,
        Set.of(),
        OptionalLong.of(followers),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(hour(hour)));
  }

  @Test
  void newAuthorsComeFirstByTheNeedOfTheirDomain() {
    seen("old", 9_000_000, 0);
    agenda.put(AuthorFacts.unseen("nobody", Set.of()), hour(1));
    agenda.put(AuthorFacts.unseen("teacher", Set.of(Domain.EDTECH)), hour(2));
    agenda.put(AuthorFacts.unseen("first", Set.of(Domain.AI_RESEARCH)), hour(3));
    agenda.put(AuthorFacts.unseen("second", Set.of(Domain.AI_RESEARCH)), hour(3.1));

    assertThat(agenda.next(9, hour(3.1))).containsExactly("first", "second", "teacher", "nobody");
    assertThat(agenda.next(1, hour(24))).as("the round").containsExactly("old");
  }

  @Test
  void aHandedOutAuthorComesAgainOnlyWhenItIsBack() {
    agenda.put(AuthorFacts.unseen("a", Set.of()), START);

    assertThat(agenda.next(5, START)).containsExactly("a");
    assertThat(agenda.next(5, hour(48))).isEmpty();
    assertThat(agenda.nextDue(100, hour(48))).isEqualTo(Instant.MAX);

    agenda.giveBack("a");
    agenda.giveBack("a");
    agenda.giveBack("stranger");
    assertThat(agenda.next(5, hour(48))).containsExactly("a");
    seen("a", 10, 48);
    assertThat(agenda.next(5, hour(48 + 25))).containsExactly("a");
  }

  @Test
  void whoIsRemovedIsGone() {
    seen("a", 10, 0);
    seen("b", 10, 0);

    assertThat(agenda.remove("a")).isTrue();
    assertThat(agenda.remove("a")).isFalse();
    assertThat(agenda.next(5, hour(30))).containsExactly("b");
    assertThat(agenda.remove("b")).isTrue();
    agenda.giveBack("b");
    assertThat(agenda.size()).isZero();
    assertThat(agenda.next(5, hour(60))).isEmpty();
  }

  @Test
  void worthTimesAgeDecidesOverWhatTheRoundLeaves() {
    for (int i = 0; i < 100; i++) {
      seen("small" + i, 100, 0);
    }
    seen("great", 20_000_000, 1);
    agenda.next(100, hour(2));
    for (int i = 0; i < 100; i++) {
      agenda.giveBack("small" + i);
    }

    assertThat(agenda.next(1, hour(2)))
        .as("too young for its worth to count")
        .doesNotContain("great");
    assertThat(agenda.next(60, hour(8))).contains("great");
  }

  @Test
  void nobodyIsAskedForTooEarlyForItsWorth() {
    seen("great", 20_000_000, 0);
    seen("small", 10, 0);
    assertThat(agenda.next(9, hour(0))).isEmpty();
    assertThat(agenda.next(9, hour(7))).containsExactly("great", "small");
  }

  @Test
  void saysWhenSomebodyIsDue() {
    assertThat(agenda.nextDue(100, START)).isEqualTo(Instant.MAX);
    seen("a", 10, 0);
    assertThat(agenda.nextDue(100, START)).as("for its worth").isEqualTo(hour(6));
    assertThat(agenda.nextDue(1, hour(7))).isEqualTo(hour(7));
    agenda.put(AuthorFacts.unseen("b", Set.of()), START);
    assertThat(agenda.nextDue(100, START)).isEqualTo(START);
  }

  @Test
  void theRoundWaitsForAFullBatchButNoLongerThanAGap() {
    Cadence patient = new Cadence(Duration.ofHours(25), Duration.ofHours(20), Duration.ofHours(1));
    Agenda large = new Agenda(URGENCY, patient, START);
    for (int i = 0; i < 24_000; i++) {
      large.put(fetched("a" + i, 10, 0), START);
    }

    Instant due = large.nextDue(100, START);
    assertThat(Duration.between(START, due))
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
    assertThat(large.next(100, due)).hasSize(100);
    assertThat(large.next(100, due)).isEmpty();
    assertThat(large.nextDue(24_000, due)).isEqualTo(due.plus(patient.gap()));
  }

  @Test
  void authorsWhoComeWithAnAgeAreOwedTheirTurn() {
    for (int i = 0; i < 1_000; i++) {
      agenda.put(fetched("a" + i, 10, 0), hour(5));
    }
    agenda.catchUp(hour(5));

    assertThat(agenda.next(1_000, hour(5))).hasSizeBetween(200, 220);
  }

  @Test
  void authorsWhoseAgesAreSpreadOverARoundAreOwedNothing() {
    for (int i = 0; i < 1_000; i++) {
      agenda.put(fetched("a" + i, 10, i * 23.75 / 1_000), hour(23.75));
    }
    agenda.catchUp(hour(23.75));

    assertThat(agenda.next(1_000, hour(23.75)))
        .as("but for the one whose turn it is, and who are old enough for their worth")
        .startsWith("a0")
        .hasSizeLessThan(760);
  }

  @Test
  void whenEverybodyIsLateNewAuthorsGetEveryOtherRequest() {
    Map<Boolean, Integer> handedOut = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      seen("old" + i, 10, 0);
      agenda.put(AuthorFacts.unseen("new" + i, Set.of()), hour(0));
    }
    agenda
        .next(40, hour(50))
        .forEach(key -> handedOut.merge(key.startsWith("new"), 1, Integer::sum));

    assertThat(handedOut.get(true)).isGreaterThanOrEqualTo(20);
  }

  @Test
  void factsMayChangeWhileAnAuthorWaits() {
    seen("a", 10, 0);
    seen("b", 10, 0.5);
    agenda.put(fetched("a", 10, 3), hour(3));

    assertThat(agenda.next(2, hour(12))).containsExactly("b", "a");
    assertThat(agenda.size()).isEqualTo(2);
  }
}
