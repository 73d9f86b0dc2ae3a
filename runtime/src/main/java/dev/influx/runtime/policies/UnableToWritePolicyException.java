package dev.influx.runtime.policies;

import dev.influx.runtime.Explained;

/** The broker did not take a policy or a move of the pointer; what was in force stays so. */
public final class UnableToWritePolicyException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToWritePolicyException(String topic, Throwable cause) {
    super(
        "nothing was written to " + topic,
        cause.getClass().getSimpleName() + ": " + cause.getMessage(),
        "grant the right to write to it; influx topics apply creates it",
        cause);
  }
}
