package dev.influx.harvester.publish;

import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.RawProfile;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A record that is made of something in a file. */
public sealed interface ImportedRecord {

  <T> T fold(
      Function<Observation, T> onObservation,
      Function<Missing, T> onMissing,
      Function<DeadLetter, T> onDeadLetter);

  /** Whether it is about somebody who asked to be forgotten, as far as it says whom. */
  default boolean isAbout(ForgottenAuthors forgotten) {
    return fold(
        seen -> forgotten.hasId(seen.profile().getId()),
        missing -> isAbout(missing.outcome(), forgotten),
        dead -> dead.id().filter(forgotten::hasId).isPresent());
  }

  private static boolean isAbout(HarvestOutcome outcome, ForgottenAuthors forgotten) {
    return outcome.getId() == null
        ? forgotten.hasHandle(outcome.getHandle())
        : forgotten.hasId(outcome.getId());
  }

  /** An author whom the file shows. */
  record Observation(RawProfile profile) implements ImportedRecord {
    @Override
    public <T> T fold(
        Function<Observation, T> onObservation,
        Function<Missing, T> onMissing,
        Function<DeadLetter, T> onDeadLetter) {
      return onObservation.apply(this);
    }
  }

  /** Somebody who was asked for and is not in the file. */
  record Missing(HarvestOutcome outcome) implements ImportedRecord {
    @Override
    public <T> T fold(
        Function<Observation, T> onObservation,
        Function<Missing, T> onMissing,
        Function<DeadLetter, T> onDeadLetter) {
      return onMissing.apply(this);
    }
  }

  /**
   * Bytes of the file that must not become an observation.
   *
   * @param id of the author, as far as it can be told
   * @param headers why, and where they stand
   */
  record DeadLetter(Optional<String> id, ByteBuffer bytes, Map<String, String> headers)
      implements ImportedRecord {
    public DeadLetter {
      headers = Map.copyOf(headers);
    }

    @Override
    public <T> T fold(
        Function<Observation, T> onObservation,
        Function<Missing, T> onMissing,
        Function<DeadLetter, T> onDeadLetter) {
      return onDeadLetter.apply(this);
    }
  }
}
