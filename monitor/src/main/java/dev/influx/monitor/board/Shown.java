package dev.influx.monitor.board;

import dev.influx.monitor.facts.DeadFacts;
import dev.influx.monitor.facts.ReplayFacts;
import dev.influx.monitor.facts.SnapshotFacts;
import dev.influx.monitor.results.Rates;
import dev.influx.runtime.conservation.Conservation;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of the facts of others is shown in the state, and how. */
final class Shown {
  private Shown() {}

  static Map<String, Object> of(ReplayFacts replay) {
    return without("spread", replay);
  }

  static Map<String, Object> of(SnapshotFacts snapshot) {
    return without("spread", snapshot);
  }

  /** What was remarked upon stands among the remarks. */
  static Map<String, Object> of(Conservation conservation) {
    return without("remarks", conservation);
  }

  /** The spread of scores stands in a section of its own. */
  private static Map<String, Object> without(String component, Record record) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (RecordComponent each : record.getClass().getRecordComponents()) {
      if (!each.getName().equals(component)) {
        json.put(Json.snakeCase(each.getName()), Json.read(record, each));
      }
    }
    return json;
  }

  static Map<String, Object> of(DeadFacts dead, Optional<Rates> rates) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("open", dead.open());
    List<Map<String, Object>> reasons =
        dead.reasons().stream().map(it -> reason(it, rates)).toList();
    json.put("reasons", reasons);
    return json;
  }

  private static Map<String, Object> reason(DeadFacts.Reason reason, Optional<Rates> rates) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", reason.reason());
    json.put("letters", reason.letters());
    json.put("newest_at", reason.newestAt());
    json.put("oldest_at", reason.oldestAt());
    json.put("records_per_second", rates.map(it -> it.dead().getOrDefault(reason.reason(), 0.0)));
    return json;
  }
}
