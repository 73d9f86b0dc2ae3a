package dev.influx.scorer.ledger;

import dev.influx.schemas.LedgerHole;
import dev.influx.schemas.ScorerLedger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of the raw offsets of a partition, from the first that was seen to the last. Each
 * counts once, however often it is delivered; those that were passed over are holes, and whoever
 * comes later after all fills one.
 */
public final class Ledger {
  /** As many as a reader is told of; a log that was written in transactions has more. */
  static final int MOST_HOLES = 64;

  private static final long NOWHERE = -1;

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final NavigableMap<Long, Long> holes = new TreeMap<>();
  private long from = NOWHERE;
  private long through = NOWHERE;
  private long unlisted;

  /** Of which nothing is known yet. */
  public Ledger() {
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0L);
    }
  }

  /** Goes on from what was kept. */
  public Ledger(ScorerLedger kept) {
    from = kept.getFrom();
    through = kept.getThrough();
    unlisted = kept.getUnlisted();
    counts.put(Outcome.ACCEPTED, kept.getAccepted());
    counts.put(Outcome.REJECTED, kept.getRejected());
    counts.put(Outcome.DEAD, kept.getDead());
    counts.put(Outcome.DUPLICATE, kept.getDuplicate());
    counts.put(Outcome.STALE, kept.getStale());
    kept.getHoles().forEach(hole -> holes.put(hole.getFirst(), hole.getLast()));
  }

  /** Says whether the offset had not been counted before. */
  public boolean count(long offset, Outcome outcome) {
    if (from == NOWHERE) {
      from = offset;
    } else if (offset > through) {
      passOver(through + 1, offset - 1);
    } else if (!fill(offset)) {
      return false;
    }
    through = Math.max(through, offset);
    counts.merge(outcome, 1L, Long::sum);
    return true;
  }

  private void passOver(long first, long last) {
    if (first > last) {
      return;
    }
    if (holes.size() < MOST_HOLES) {
      holes.put(first, last);
    } else {
      unlisted += last - first + 1;
    }
  }

  private boolean fill(long offset) {
    Map.Entry<Long, Long> hole = holes.floorEntry(offset);
    if (hole == null || hole.getValue() < offset) {
      return false;
    }
    holes.remove(hole.getKey());
    if (hole.getKey() < offset) {
      holes.put(hole.getKey(), offset - 1);
    }
    if (offset < hole.getValue()) {
      holes.put(offset + 1, hole.getValue());
    }
    return true;
  }

  /** What is to be kept; empty while nothing was counted. */
  public Optional<ScorerLedger> kept() {
    return from == NOWHERE ? Optional.empty() : Optional.of(page());
  }

  private ScorerLedger page() {
    List<LedgerHole> listed =
        holes.entrySet().stream()
            .map(hole -> new LedgerHole(hole.getKey(), hole.getValue()))
            .toList();
    return new ScorerLedger(
        from,
        through,
        counts.get(Outcome.ACCEPTED),
        counts.get(Outcome.REJECTED),
        counts.get(Outcome.DEAD),
        counts.get(Outcome.DUPLICATE),
        counts.get(Outcome.STALE),
        listed,
        unlisted);
  }
}
