package dev.influx.simulator.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Counts requests against the rules of a script. What happens depends on the script and the order
 * of the requests alone. Safe for use by many threads.
 */
public final class FaultBook {

  private FaultScript script = FaultScript.none();
  private List<Tally> tallies = List.of();

  private static final class Tally {
    private long seen;
    private long struck;
  }

  /**
   * How a rule has fared.
   *
   * @param seen requests that it concerns
   * @param struck those that it befell
   */
  public record Fared(FaultRule rule, long seen, long struck) {}

  public FaultBook(FaultScript script) {
    load(script);
  }

  /** Begins to count anew, with this script. */
  public synchronized void load(FaultScript other) {
    List<Tally> fresh = new ArrayList<>();
    other.rules().forEach(rule -> fresh.add(new Tally()));
    script = other;
    tallies = fresh;
  }

  public synchronized List<Fared> fared() {
    List<Fared> all = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      Tally tally = tallies.get(i);
      all.add(new Fared(script.rules().get(i), tally.seen, tally.struck));
    }
    return all;
  }

  /** Counts a request, and says what befalls it. */
  public synchronized Optional<FaultRule> next(String endpoint, Collection<String> asked) {
    Optional<FaultRule> first = Optional.empty();
    for (int i = 0; i < tallies.size(); i++) {
      FaultRule rule = script.rules().get(i);
      if (rule.trigger().concerns(endpoint, asked) && due(rule, i) && first.isEmpty()) {
        tallies.get(i).struck++;
        first = Optional.of(rule);
      }
    }
    return first;
  }

  private boolean due(FaultRule rule, int index) {
    Tally tally = tallies.get(index);
    tally.seen++;
    return tally.struck < rule.trigger().times()
        && rule.trigger().strikes(tally.seen, draw(index, tally.seen));
  }

  /** A number that only seed, rule and count decide, whatever other rules draw. */
  private double draw(int index, long count) {
    long z = script.seed() + 0x9E3779B97F4A7C15L * (index * 1_000_003L + count);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
