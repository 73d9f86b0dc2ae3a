package dev.influx.runtime.compliance;

import dev.influx.runtime.Explained;

/** It is not known who is forgotten, so nobody new may be learnt of. */
public final class UnableToReadForgottenException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToReadForgottenException(Throwable cause) {
    super(
        "who was removed on request could not be read",
        String.valueOf(cause.getMessage()),
        "grant the right to read the topic of compliance requests; influx topics apply creates it",
        cause);
  }
}
