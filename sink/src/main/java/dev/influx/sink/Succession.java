package dev.influx.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a new policy has come to its end. That all accepted authors stand under it is not enough:
 * among those who are rejected by the policy before, some may be about to be accepted. One who can
 * not be judged anew stays as before, so nobody is waited for when no more follow.
 */
final class Succession {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Clock clock;
  private long left = Long.MAX_VALUE;
  private Instant since = Instant.MIN;

  Succession(Clock clock) {
    this.clock = clock;
  }

  /**
   * Why a list under a new policy would be too early; empty when it is not.
   *
   * @param behind how many are rejected by other policies
   */
  Optional<String> objection(long behind) {
    Instant now = clock.instant();
    if (behind != left) {
      left = behind;
      since = now;
    }
    return behind == 0 || !now.isBefore(since.plus(PATIENCE))
        ? Optional.empty()
        : Optional.of(
            "a change of policy is under way, " + behind + " rejected authors wait for it");
  }

  /** No change of policy is under way. */
  void settle() {
    left = Long.MAX_VALUE;
  }
}
