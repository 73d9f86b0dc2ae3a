package dev.influx.bench;

import dev.influx.bench.worker.Level;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One change of the policy.
 *
 * @param seconds from the move of the pointer until the last author was judged
 * @param cpuSeconds of the scorer meanwhile
 * @param calmMillis from an observation to its committed verdict, before
 * @param walkMillis the same meanwhile
 */
record RescoreRun(
    Level level,
    String policy,
    long authors,
    double seconds,
    double cpuSeconds,
    List<Double> calmMillis,
    List<Double> walkMillis) {
  private static final int PERCENT = 100;

  double perSecond() {
    return authors / seconds;
  }

  /** The value that so many per cent do not exceed; empty where nothing was measured. */
  static Optional<Double> percentile(Collection<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (sorted.size() * percent + PERCENT - 1) / PERCENT;
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(Math.max(1, rank) - 1));
  }

  /** One line for people who wait. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "%s to %s: %,.0f authors/s in %.1f s; p99 %s ms, calm %s ms",
        level.title(),
        policy,
        perSecond(),
        seconds,
        Figures.whole(percentile(walkMillis, 99)),
        Figures.whole(percentile(calmMillis, 99)));
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("level", level.name());
    data.put("policy", policy);
    data.put("seconds", seconds);
    data.put("authors_per_second", perSecond());
    data.put("app_cpu_seconds", cpuSeconds);
    data.put("calm_millis", delays(calmMillis));
    data.put("walk_millis", delays(walkMillis));
    return data;
  }

  private static Map<String, Object> delays(List<Double> millis) {
    Map<String, Object> delays = new LinkedHashMap<>();
    delays.put("count", millis.size());
    percentile(millis, 50).ifPresent(value -> delays.put("p50", value));
    percentile(millis, 99).ifPresent(value -> delays.put("p99", value));
    percentile(millis, PERCENT).ifPresent(value -> delays.put("max", value));
    return delays;
  }
}
