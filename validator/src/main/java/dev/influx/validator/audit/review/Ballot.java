package dev.influx.validator.audit.review;

import dev.influx.validator.audit.Stratum;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts labels. */
final class Ballot {
  private final Map<Stratum, Map<Optional<Label>, Long>> counts = new EnumMap<>(Stratum.class);

  void add(SheetRow row) {
    counts
        .computeIfAbsent(row.stratum(), stratum -> new HashMap<>())
        .merge(row.label(), 1L, Long::sum);
  }

  Review count(Run run) {
    return new Review(
        run.audited(),
        run.policy(),
        run.sha256(),
        Long.parseLong(run.seed()),
        answers(Stratum.FLAGGED, run.flagged()),
        answers(Stratum.CLEAN, run.clean()));
  }

  private Answers answers(Stratum stratum, String population) {
    return new Answers(
        Long.parseLong(population),
        count(stratum, Optional.of(Label.RIGHT)),
        count(stratum, Optional.of(Label.WRONG)),
        count(stratum, Optional.of(Label.UNSURE)),
        count(stratum, Optional.empty()));
  }

  private long count(Stratum stratum, Optional<Label> label) {
    return counts.getOrDefault(stratum, Map.of()).getOrDefault(label, 0L);
  }
}
