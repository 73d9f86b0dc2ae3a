package dev.influx.harvester.compliance;

import dev.influx.runtime.Explained;

/** The broker refused to take what removes an author. */
public final class UnableToRemoveException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToRemoveException(Throwable cause) {
    super(
        "not everything could be written, so authors may not be removed yet",
        cause.getClass().getSimpleName() + ": " + cause.getMessage(),
        "grant the right to write the topics of influx, then do the same again",
        cause);
  }
}
