package dev.influx.sink.index;

import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.scores.ScoreTally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts of the authors that are in the index at the moment, kept up with every change. */
final class Census {
  private static final int SHOWN_DIGITS = 8;

  private final List<PolicyRef> policies = new ArrayList<>();
  private final Map<PolicyRef, Integer> numbers = new HashMap<>();
  private final Map<Integer, Long> byPolicy = new HashMap<>();
  private final SortedMap<Long, Long> byTenths = new TreeMap<>();
  private long size;
  private long beyondEarlier;

  /** The number under which entries name the policy. */
  int numberOf(PolicyRef policy) {
    return numbers.computeIfAbsent(
        policy,
        unknown -> {
          policies.add(unknown);
          return policies.size() - 1;
        });
  }

  void add(Entry entry) {
    count(entry, 1);
  }

  void remove(Entry entry) {
    count(entry, -1);
  }

  private void count(Entry entry, long step) {
    size += step;
    beyondEarlier += entry.earlier() ? 0 : step;
    byPolicy.merge(entry.policy(), step, Census::sum);
    byTenths.merge(entry.tenths(), step, Census::sum);
  }

  /** Nothing is kept of what nobody has any more. */
  private static Long sum(Long before, Long step) {
    long after = before + step;
    return after == 0 ? null : Long.valueOf(after);
  }

  long size() {
    return size;
  }

  long beyondEarlier() {
    return beyondEarlier;
  }

  ScoreTally scores() {
    return new ScoreTally(byTenths);
  }

  boolean isMixed() {
    return byPolicy.size() > 1;
  }

  Optional<PolicyRef> policy() {
    return byPolicy.keySet().stream().findFirst().map(policies::get);
  }

  /** Each policy with the number of its authors. */
  String shares() {
    return IntStream.range(0, policies.size())
        .filter(byPolicy::containsKey)
        .mapToObj(number -> name(policies.get(number)) + ": " + byPolicy.get(number))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String name(PolicyRef policy) {
    String sha256 = HexFormat.of().formatHex(policy.getSha256().bytes());
    return policy.getId() + " (" + sha256.substring(0, SHOWN_DIGITS) + ")";
  }
}
