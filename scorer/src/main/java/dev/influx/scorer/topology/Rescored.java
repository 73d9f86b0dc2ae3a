package dev.influx.scorer.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what became of authors who were judged again because of another policy. */
final class Rescored {
  private final Map<Register.Again, Counter> counters;

  Rescored(MeterRegistry meters) {
    counters =
        Arrays.stream(Register.Again.values())
            .collect(
                Collectors.toMap(
                    outcome -> outcome,
                    outcome -> counter(meters, outcome),
                    (one, other) -> one,
                    () -> new EnumMap<>(Register.Again.class)));
  }

  private static Counter counter(MeterRegistry meters, Register.Again outcome) {
    return Counter.builder("influx.rescored")
        .description("Authors judged again by another policy, and what became of them")
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }

  void count(Register.Again outcome) {
    counters.get(outcome).increment();
  }
}
