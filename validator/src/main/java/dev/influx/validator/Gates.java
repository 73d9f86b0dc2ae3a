package dev.influx.validator;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Finding;
import dev.influx.schemas.RawProfile;
import java.util.List;

/** All gates, asked in turn. */
public final class Gates {
  private static final List<Gate> ALL = List.of(new AvailabilityGate(), new EntryGate());

  private Gates() {}

  /** What the gates of a policy say about what was last observed of an author. */
  public static Verdict judge(RawProfile observation, Policy policy) {
    List<Finding> findings =
        ALL.stream().flatMap(gate -> gate.examine(observation, policy).stream()).toList();
    return findings.isEmpty() ? new Verdict.Accepted() : new Verdict.Rejected(findings);
  }
}
