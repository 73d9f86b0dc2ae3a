package dev.influx.sink;

import dev.influx.sink.files.Aside;
import dev.influx.sink.snapshot.Candidate.Cause;
import dev.influx.sink.snapshot.Candidate.Withheld;
import dev.influx.sink.snapshot.Limits;
import dev.influx.sink.snapshot.Snapshot;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps what is withheld for people to look at: once for every set of reasons, because the same
 * list is withheld again and again until somebody does something about it.
 */
final class AsideKeeper {
  private final Aside aside;
  private final Clock clock;
  private Set<Cause> kept = Set.of();

  AsideKeeper(Aside aside, Clock clock) {
    this.aside = aside;
    this.clock = clock;
  }

  void keep(Withheld withheld, List<Limits.Objection> objections) throws IOException {
    Set<Cause> causes = new HashSet<>();
    objections.forEach(each -> causes.add(each.cause()));
    if (!causes.equals(kept)) {
      aside.put(report(withheld, objections), withheld.aside());
      kept = causes;
    }
  }

  private Withholding report(Withheld withheld, List<Limits.Objection> objections) {
    return new Withholding(
        clock.instant(),
        withheld.aside().map(Snapshot::id).orElse(null),
        withheld.aside().map(Snapshot::count).orElse(null),
        objections.stream()
            .map(each -> new Withholding.Objection(each.cause().code(), each.why()))
            .toList(),
        objections.stream().allMatch(each -> each.cause().isForceable()));
  }

  void clear() throws IOException {
    aside.clear();
    kept = Set.of();
  }
}
