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
  private final Gates gates;

  Judge(Policy policy) {
    this.policy = policy;
    this.gates = Gates.of(policy);
  }

  String policyId() {
    return policy.id();
  }

  /** What keeps the author out of the list, or is for a person to look at. */
  List<Fault> judge(RawProfile observation, long line) {
    return gates
        .judge(observation, List.of())
        .fold(
            flags -> faults(flags, Severity.WARNING, observation, line),
            findings -> faults(findings, Severity.VIOLATION, observation, line));
  }

  private static List<Fault> faults(
      List<Finding> findings, Severity severity, RawProfile observation, long line) {
    return findings.stream().map(found -> fault(found, severity, observation, line)).toList();
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
