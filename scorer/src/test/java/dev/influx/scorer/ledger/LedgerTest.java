package dev.influx.scorer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.LedgerHole;
import dev.influx.schemas.ScorerLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void nothingIsKeptOfNothing() {
    assertThat(ledger.kept()).isEmpty();
  }

  @Test
  void everyOffsetIsUnderWhatBecameOfIt() {
    ledger.count(7, Outcome.ACCEPTED);
    ledger.count(8, Outcome.REJECTED);
    ledger.count(9, Outcome.DEAD);
    ledger.count(10, Outcome.DUPLICATE);
    ledger.count(11, Outcome.STALE);
    ledger.count(12, Outcome.STALE);

    assertThat(ledger.kept())
        .contains(new ScorerLedger(7L, 12L, 1L, 1L, 1L, 1L, 2L, List.of(), 0L));
  }

  @Test
  void whatWasPassedOverIsAHole() {
    ledger.count(0, Outcome.ACCEPTED);
    ledger.count(2, Outcome.ACCEPTED);
    ledger.count(6, Outcome.ACCEPTED);

    assertThat(kept().getHoles()).containsExactly(new LedgerHole(1L, 1L), new LedgerHole(3L, 5L));
    assertThat(kept().getAccepted()).isEqualTo(3);
  }

  @Test
  void whoeverComesLaterAfterAllFillsTheHole() {
    ledger.count(0, Outcome.ACCEPTED);
    ledger.count(6, Outcome.ACCEPTED);

    assertThat(ledger.count(3, Outcome.DEAD)).isTrue();
    assertThat(kept().getHoles()).containsExactly(new LedgerHole(1L, 2L), new LedgerHole(4L, 5L));
    assertThat(ledger.count(3, Outcome.DEAD)).isFalse();
    List.of(1L, 2L, 5L, 4L).forEach(offset -> ledger.count(offset, Outcome.STALE));
    assertThat(kept()).isEqualTo(new ScorerLedger(0L, 6L, 2L, 0L, 1L, 0L, 4L, List.of(), 0L));
  }

  @Test
  void whatIsDeliveredAgainCountsOnce() {
    ledger.count(5, Outcome.ACCEPTED);
    ledger.count(6, Outcome.ACCEPTED);
    ScorerLedger before = kept();

    assertThat(ledger.count(5, Outcome.DUPLICATE)).isFalse();
    assertThat(ledger.count(3, Outcome.DUPLICATE)).isFalse();
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void holesBeyondThoseThatAreListedAreCounted() {
    for (long offset = 0; offset <= 2L * Ledger.MOST_HOLES + 6; offset += 2) {
      ledger.count(offset, Outcome.ACCEPTED);
    }

    assertThat(kept().getHoles()).hasSize(Ledger.MOST_HOLES);
    assertThat(kept().getUnlisted()).isEqualTo(3);
  }

  /** Whatever comes in whatever order, with pauses in between, what was kept is all there is. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyOffsetCountsOnceOrIsInAHole(long seed) {
    Random random = new Random(seed);
    List<Outcome> outcomes = List.of(Outcome.values());
    List<Long> offsets = new ArrayList<>();
    for (long offset = 10; offset < 80; offset++) {
      offsets.addAll(Collections.nCopies(random.nextInt(3), offset));
    }
    Collections.shuffle(offsets, random);
    offsets.add(0, 10L);
    Ledger account = new Ledger();
    for (long offset : offsets) {
      account.count(offset, outcomes.get(random.nextInt(outcomes.size())));
      account = new Ledger(account.kept().orElseThrow());
    }

    ScorerLedger kept = account.kept().orElseThrow();
    TreeSet<Long> seen = new TreeSet<>(offsets);
    assertThat(counted(kept)).as("seed %d", seed).isEqualTo(seen.size());
    assertThat(kept.getThrough()).as("seed %d", seed).isEqualTo(seen.last());
    assertThat(counted(kept) + inHoles(kept))
        .as("seed %d", seed)
        .isEqualTo(kept.getThrough() - kept.getFrom() + 1);
    assertThat(seen)
        .as("seed %d", seed)
        .noneMatch(
            it ->
                kept.getHoles().stream()
                    .anyMatch(hole -> hole.getFirst() <= it && it <= hole.getLast()));
  }

  private ScorerLedger kept() {
    return ledger.kept().orElseThrow();
  }

  private static long counted(ScorerLedger kept) {
    return kept.getAccepted()
        + kept.getRejected()
        + kept.getDead()
        + kept.getDuplicate()
        + kept.getStale();
  }

  private static long inHoles(ScorerLedger kept) {
    return kept.getUnlisted()
        + kept.getHoles().stream().mapToLong(hole -> hole.getLast() - hole.getFirst() + 1).sum();
  }
}
