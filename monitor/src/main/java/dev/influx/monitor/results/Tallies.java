package dev.influx.monitor.results;

import dev.influx.monitor.results.Results.Seen;
import dev.influx.schemas.scores.ScoreTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts results as they come. An author is accepted or rejected once, however often it is said.
 */
final class Tallies {
  /** Steps of a tenth of a point, from 0 to 100. */
  private static final int TENTHS = 1001;

  private static final int TENTHS_A_POINT = 10;
  private static final int HALF = 16;
  private static final int LOW = (1 << HALF) - 1;

  private final IdTable authors;
  private final long[] scores = new long[TENTHS];
  private final Map<List<String>, Integer> reasons = new HashMap<>();
  private final List<List<String>> reasonsByNumber = new ArrayList<>(List.of(List.of()));
  private final List<Long> rejectedFor = new ArrayList<>(List.of(0L));
  private final Map<String, Long> codesSeen = new HashMap<>();
  private final Map<String, Long> deadSeen = new HashMap<>();
  private final RateLog rates = new RateLog();
  private boolean overflown;
  private long acceptedSeen;
  private long rejectedSeen;
  private long unreadable;

  Tallies(int mostAuthors) {
    this.authors = new IdTable(mostAuthors);
  }

  void accepted(String id, double score) {
    acceptedSeen++;
    int tenth = (int) Math.round(score * TENTHS_A_POINT);
    setAccepted(id, Math.min(TENTHS - 1, Math.max(0, tenth)) + 1);
  }

  void acceptedNoMore(String id) {
    setAccepted(id, 0);
  }

  private void setAccepted(String id, int next) {
    long key = IdTable.key(id);
    int before = authors.get(key);
    int last = before >>> HALF;
    if (put(key, next << HALF | (before & LOW))) {
      count(last, -1);
      count(next, 1);
    }
  }

  private void count(int place, long by) {
    if (place > 0) {
      scores[place - 1] += by;
    }
  }

  void rejected(String id, List<String> codes) {
    rejectedSeen++;
    codes.forEach(code -> codesSeen.merge(code, 1L, Long::sum));
    setRejected(id, number(codes));
  }

  void rejectedNoMore(String id) {
    setRejected(id, 0);
  }

  private void setRejected(String id, int next) {
    long key = IdTable.key(id);
    int before = authors.get(key);
    int last = before & LOW;
    if (put(key, (before & ~LOW) | next)) {
      rejectedFor.set(last, rejectedFor.get(last) - 1);
      rejectedFor.set(next, rejectedFor.get(next) + 1);
    }
  }

  private boolean put(long key, int value) {
    boolean room = authors.put(key, value);
    overflown |= !room;
    return room;
  }

  /** Few sets of reasons are ever named. */
  private int number(List<String> codes) {
    return reasons.computeIfAbsent(
        codes,
        unknown -> {
          if (reasonsByNumber.size() > LOW) {
            throw new IllegalStateException("more sets of reasons than can be counted");
          }
          reasonsByNumber.add(codes);
          rejectedFor.add(0L);
          return reasonsByNumber.size() - 1;
        });
  }

  void dead(String reason) {
    deadSeen.merge(reason, 1L, Long::sum);
  }

  void unreadable() {
    unreadable++;
  }

  /** What was counted until now. */
  Results at(Instant now, boolean complete, long raw, long rawEnd) {
    Seen seen = new Seen(rawEnd, acceptedSeen, rejectedSeen, codesSeen, deadSeen);
    if (complete) {
      rates.add(now, seen);
    }
    return new Results(
        complete && !overflown,
        Arrays.stream(scores).sum(),
        rejectedFor.stream().skip(1).mapToLong(Long::longValue).sum(),
        overflown ? Optional.empty() : ScoreSpread.of("live", ScoreTally.of(scores)),
        codes(),
        raw,
        seen,
        rates.rates(),
        unreadable);
  }

  private Map<String, Long> codes() {
    Map<String, Long> codes = new HashMap<>();
    for (int number = 1; number < reasonsByNumber.size(); number++) {
      long authorsOf = rejectedFor.get(number);
      if (authorsOf > 0) {
        reasonsByNumber.get(number).forEach(code -> codes.merge(code, authorsOf, Long::sum));
      }
    }
    return codes;
  }
}
