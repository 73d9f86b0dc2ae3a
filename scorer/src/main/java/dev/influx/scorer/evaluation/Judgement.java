package dev.influx.scorer.evaluation;

import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.ToldLanguage;
import dev.influx.scorer.language.LanguageDetector;
import java.util.Optional;
import java.util.function.Function;

/** The one record that stands for an author under a policy. */
public sealed interface Judgement {

  <T> T fold(Function<ScoredProfile, T> onAccepted, Function<RejectedProfile, T> onRejected);

  default boolean accepted() {
    return fold(scored -> true, rejected -> false);
  }

  /** The language of the bio, for the state to keep. */
  default Optional<ToldLanguage> language() {
    return fold(
        scored ->
            Optional.ofNullable(scored.getLangPrimary())
                .map(code -> new ToldLanguage(code, LanguageDetector.VERSION)),
        rejected -> Optional.empty());
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
