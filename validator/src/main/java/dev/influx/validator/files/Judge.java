package dev.influx.validator.files;

import dev.influx.lists.policies.Policy;
import dev.influx.lists.rules.AuthenticityRules.Copies;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.validator.Gates;
import dev.influx.validator.claims.Claim;
import dev.influx.validator.files.Fault.Severity;
import java.util.List;

/** The gates of one policy, asked by the code that runs in the topology. */
final class Judge {
  private final Policy policy;
  private final Copies copies;
  private final Gates gates;

  Judge(Policy policy) {
    this.policy = policy;
    this.copies = policy.rules().authenticity().copies();
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

  /** What nobody else may have, of all that the author claims. */
  List<Mark> marks(RawProfile observation) {
    return Claim.of(observation).stream()
        .filter(claim -> counts(claim, observation.getProfile()))
        .map(Mark::of)
        .toList();
  }

  /** Handles are compared of all lines, also of those that cannot be judged. */
  private boolean counts(Claim claim, Profile profile) {
    return switch (claim.kind()) {
      case HANDLE -> false;
      case CREATED -> copies.sameSecond().isYes();
      case NUMBERS -> profile.getTweetCount() >= copies.numbersFromTweets();
    };
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
