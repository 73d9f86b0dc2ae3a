package dev.influx.bench.micro;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one benchmark.
 *
 * @param perSecond operations on one thread
 * @param error half the 99.9 % confidence interval of that; NaN after too few iterations
 * @param bytes allocated by one operation
 */
public record MicroRun(
    String method,
    Optional<String> policy,
    double perSecond,
    double error,
    Optional<Double> bytes) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Time of one operation. */
  public double nanos() {
    return NANOS_PER_SECOND / perSecond;
  }

  /** The error where there is one. */
  public Optional<Double> knownError() {
    return Double.isNaN(error) ? Optional.empty() : Optional.of(error);
  }

  /** For machines: names with a unit, and absent what was not measured. */
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("benchmark", method);
    policy.ifPresent(id -> data.put("policy", id));
    data.put("per_second", perSecond);
    knownError().ifPresent(known -> data.put("error_per_second", known));
    bytes.ifPresent(allocated -> data.put("allocated_bytes", allocated));
    return data;
  }
}
