package dev.influx.monitor.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What comes in a second.
 *
 * @param window over which it was counted
 * @param codes rejections by reason
 * @param dead letters by reason
 * @param past of the last hour, the oldest first
 */
public record Rates(
    Duration window,
    double raw,
    double accepted,
    double rejected,
    Map<String, Double> codes,
    Map<String, Double> dead,
    List<Past> past) {

  public Rates {
    codes = Map.copyOf(codes);
    dead = Map.copyOf(dead);
    past = List.copyOf(past);
  }

  /** A while ago. */
  public record Past(Instant at, double accepted, double rejected) {}

  public double letters() {
    return dead.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
