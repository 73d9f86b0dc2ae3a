package dev.influx.runtime.audit;

import dev.influx.runtime.Explained;

/** Something that is about to be done could not be noted, and is therefore not done. */
public final class UnableToNoteException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToNoteException(String topic, Throwable cause) {
    super(
        "nothing could be noted in " + topic,
        cause.getClass().getSimpleName() + ": " + cause.getMessage(),
        "create it with influx topics apply, or grant this client the right to write to it",
        cause);
  }
}
