package dev.influx.validator.files;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Finding;
import dev.influx.schemas.RawProfile;
import dev.influx.validator.Gates;
import dev.influx.validator.files.Fault.Severity;
import java.util.List;

/** The gates of one policy, asked by the code that runs in the topology. */
final class Judge {
  private final Policy policy;

  Judge(Policy policy) {
    this.policy = policy;
  }

  String policyId() {
    return policy.id();
  }

  /** What keeps the author out of the list; nothing if nothing does. */
  List<Fault> judge(RawProfile observation, long line) {
    return Gates.judge(observation, policy)
        .fold(
            List::of,
            findings ->
                findings.stream()
                    .map(found -> fault(found, Severity.VIOLATION, observation, line))
                    .toList());
  }

  private static Fault fault(
      Finding finding, Severity severity, RawProfile observation, long line) {
    return new Fault(
        line,
        observation.getId(),
        severity,
        finding.getCode(),
        finding.getRule(),
        finding.getEvidence());
  }
}
