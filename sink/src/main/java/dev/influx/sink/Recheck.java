package dev.influx.sink;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.Candidate.Cause;
import java.util.Optional;
import java.util.function.Function;

/** A last look at those who were accepted, before they are published. */
@FunctionalInterface
public interface Recheck {

  /** What keeps an author out of the list; empty for most. */
  Optional<Objection> objectionTo(ScoredProfile author);

  /**
   * Asks the gates of the policy that accepted the author.
   *
   * @param policies finds a policy by name and content
   */
  static Recheck byGatesOf(Function<PolicyRef, Optional<Policy>> policies) {
    return new GateRecheck(policies);
  }

  /** Why no list may go out with an author in it. */
  record Objection(Cause cause, String why) {}
}
