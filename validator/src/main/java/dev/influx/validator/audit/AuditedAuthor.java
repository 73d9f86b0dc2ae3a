package dev.influx.validator.audit;

import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An author as the gates saw him, with all that they found.
 *
 * @param seenAt when he was observed
 * @param profile empty where X showed none
 */
public record AuditedAuthor(
    String id, Instant seenAt, Optional<Profile> profile, List<Finding> findings) {
  public AuditedAuthor {
    findings = List.copyOf(findings);
  }

  /** The same for those who only count: what they say of themselves takes most of the room. */
  public AuditedAuthor withoutProfile() {
    return new AuditedAuthor(id, seenAt, Optional.empty(), findings);
  }

  /** Whether the gates found this. */
  public boolean has(String code) {
    return findings.stream().anyMatch(finding -> finding.getCode().equals(code));
  }
}
