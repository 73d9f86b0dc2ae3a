package dev.influx.monitor.facts;

import java.time.Instant;
import java.util.List;

/** The dead letters that nobody has decided about. */
public record DeadFacts(long open, List<Reason> reasons) {

  public DeadFacts {
    reasons = List.copyOf(reasons);
  }

  /** Letters that died of the same. */
  public record Reason(String reason, long letters, Instant newestAt, Instant oldestAt) {}
}
