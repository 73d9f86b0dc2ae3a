package dev.influx.scorer.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what became of each observation; every observation has exactly one outcome. */
final class Outcomes {
  private final Map<String, Counter> counters;

  Outcomes(MeterRegistry meters) {
    counters =
        Stream.of("accepted", "rejected", "stale", "duplicate", "forgotten")
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> counter(meters, name)));
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("influx.records")
        .description("Records by stage and what became of them")
        .tag("stage", "score")
        .tag("outcome", outcome)
        .register(meters);
  }

  void count(String outcome) {
    counters.get(outcome).increment();
  }
}
