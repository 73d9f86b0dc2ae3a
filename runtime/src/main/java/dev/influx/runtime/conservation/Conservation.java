package dev.influx.runtime.conservation;

import dev.influx.schemas.ScorerLedger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What became of the raw records of an installation, from the first that a scorer has counted to
 * the last. What is open at the end of a partition is not in it: the ranges are closed.
 *
 * @param through the last offset that counts, by partition
 * @param raw records in these ranges
 * @param dead records that could not be read or processed
 * @param gapRecords records that have come to no result
 * @param firstMissing the first of them
 * @param remarks what could not be looked at, in words
 */
public record Conservation(
    SortedMap<Integer, Long> through,
    long raw,
    long accepted,
    long rejected,
    long dead,
    long duplicate,
    long stale,
    long gapRecords,
    Optional<Place> firstMissing,
    List<String> remarks) {

  public Conservation {
    remarks = List.copyOf(remarks);
  }

  /** Where a record stands. */
  public record Place(String topic, int partition, long offset) {
    @Override
    public String toString() {
      return topic + "-" + partition + "@" + offset;
    }
  }

  static Conservation of(
      SortedMap<Integer, ScorerLedger> ledgers, Collection<Passed> passed, List<String> remarks) {
    long gap = passed.stream().mapToLong(each -> each.missing().size()).sum();
    long accepted = sum(ledgers, ScorerLedger::getAccepted);
    long rejected = sum(ledgers, ScorerLedger::getRejected);
    long dead =
        sum(ledgers, ScorerLedger::getDead) + passed.stream().mapToLong(Passed::letters).sum();
    long duplicate = sum(ledgers, ScorerLedger::getDuplicate);
    long stale = sum(ledgers, ScorerLedger::getStale);
    return new Conservation(
        through(ledgers),
        accepted + rejected + dead + duplicate + stale + gap,
        accepted,
        rejected,
        dead,
        duplicate,
        stale,
        gap,
        passed.stream().flatMap(each -> each.missing().stream().limit(1)).findFirst(),
        remarks);
  }

  private static SortedMap<Integer, Long> through(Map<Integer, ScorerLedger> ledgers) {
    SortedMap<Integer, Long> through = new TreeMap<>();
    ledgers.forEach((partition, ledger) -> through.put(partition, ledger.getThrough()));
    return through;
  }

  private static long sum(Map<Integer, ScorerLedger> ledgers, ToLongFunction<ScorerLedger> part) {
    return ledgers.values().stream().mapToLong(part).sum();
  }
}
