package dev.influx.simulator.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A job as it was created.
 *
 * @param type of the ids: {@code users} or {@code tweets}
 * @param name empty if it was given none
 * @param signature what the addresses for upload and download are known by
 */
public record ComplianceJob(
    String id,
    String type,
    Optional<String> name,
    boolean resumable,
    String signature,
    Instant createdAt) {

  private static final Duration UPLOAD = Duration.ofMinutes(15);
  private static final Duration DOWNLOAD = Duration.ofDays(7);

  /** How far a job is. */
  public enum Status {
    CREATED,
    IN_PROGRESS,
    COMPLETE,
    FAILED,
    EXPIRED;

    /** As X writes it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether another job of the same type has to wait. */
    boolean occupies() {
      return this == CREATED || this == IN_PROGRESS;
    }
  }

  public Instant uploadExpiresAt() {
    return createdAt.plus(UPLOAD);
  }

  public Instant downloadExpiresAt() {
    return createdAt.plus(DOWNLOAD);
  }
}
