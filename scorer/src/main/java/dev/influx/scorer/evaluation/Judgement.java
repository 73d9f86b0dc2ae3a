package dev.influx.scorer.evaluation;

import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import java.util.function.Function;

/** The one record that stands for an author under a policy. */
public sealed interface Judgement {

  <T> T fold(Function<ScoredProfile, T> onAccepted, Function<RejectedProfile, T> onRejected);

  default boolean accepted() {
    return fold(scored -> true, rejected -> false);
  }

  /** In the list. */
  record Accepted(ScoredProfile profile) implements Judgement {
    @Override
    public <T> T fold(
        Function<ScoredProfile, T> onAccepted, Function<RejectedProfile, T> onRejected) {
      return onAccepted.apply(profile);
    }
  }

  /** Seen, and not in the list. */
  record Rejected(RejectedProfile profile) implements Judgement {
    @Override
    public <T> T fold(
        Function<ScoredProfile, T> onAccepted, Function<RejectedProfile, T> onRejected) {
      return onRejected.apply(profile);
    }
  }
}
