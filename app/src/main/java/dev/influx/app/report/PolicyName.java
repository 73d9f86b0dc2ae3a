package dev.influx.app.report;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.PolicyRef;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A policy as records name it.
 *
 * @param id empty where only the hash of the policy is on record, and no policy with that is known
 */
public record PolicyName(Optional<String> id, String sha256) {

  public static PolicyName of(Policy policy) {
    return new PolicyName(Optional.of(policy.id()), policy.sha256().hex());
  }

  static PolicyName of(PolicyRef policy) {
    String sha256 = HexFormat.of().formatHex(policy.getSha256().bytes());
    return new PolicyName(Optional.of(policy.getId()), sha256);
  }

  /** For a person to read. */
  public String words() {
    return id.orElse(sha256);
  }
}
