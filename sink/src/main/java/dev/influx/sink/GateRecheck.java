package dev.influx.sink;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Finding;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.Candidate.Cause;
import dev.influx.validator.Gates;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The gates, asked again with what stands in the record. No flag in it is believed; only clashes
 * with other authors are taken from the scorer, who sees all of them.
 */
final class GateRecheck implements Recheck {
  private static final int SHOWN_DIGITS = 8;

  private final Function<PolicyRef, Optional<Policy>> policies;
  private final Map<PolicyRef, Optional<Gates>> known = new HashMap<>();

  GateRecheck(Function<PolicyRef, Optional<Policy>> policies) {
    this.policies = policies;
  }

  @Override
  public Optional<Objection> objectionTo(ScoredProfile author) {
    return known
        .computeIfAbsent(author.getPolicy(), policy -> policies.apply(policy).map(Gates::of))
        .map(gates -> ask(gates, author))
        .orElseGet(() -> Optional.of(unknown(author.getPolicy())));
  }

  private static Optional<Objection> ask(Gates gates, ScoredProfile author) {
    return gates
        .judge(observation(author), List.of())
        .fold(flags -> Optional.empty(), findings -> Optional.of(objection(findings)));
  }

  private static Objection unknown(PolicyRef policy) {
    String sha256 = HexFormat.of().formatHex(policy.getSha256().bytes());
    return new Objection(
        Cause.UNKNOWN_POLICY, policy.getId() + " (" + sha256.substring(0, SHOWN_DIGITS) + ")");
  }

  private static Objection objection(List<Finding> findings) {
    return new Objection(
        Cause.GATES,
        findings.stream()
            .map(finding -> finding.getCode() + " (" + finding.getEvidence() + ")")
            .collect(Collectors.joining(", ")));
  }

  private static RawProfile observation(ScoredProfile author) {
    return RawProfile.newBuilder()
        .setId(author.getId())
        .setFetchedAt(author.getObservedAt())
        .setAvailability(Availability.AVAILABLE)
        .setProfile(author.getProfile())
        .setDomain(author.getDomain())
        .setProvenance(author.getProvenance())
        .setSources(author.getSources())
        .build();
  }
}
