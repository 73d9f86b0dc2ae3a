package dev.influx.harvester.errand;

import dev.influx.runtime.Explained;

/** A run over a list cannot be begun or resumed. */
public final class UnableToUseRunException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToUseRunException(String what, String why, String remedy, Throwable cause) {
    super(what, why, remedy, cause);
  }
}
