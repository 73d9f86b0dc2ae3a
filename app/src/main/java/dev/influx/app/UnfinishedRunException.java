package dev.influx.app;

import dev.influx.runtime.Explained;

/** The same lists were begun before, and those who were found then would be paid for again. */
final class UnfinishedRunException extends Explained {
  private static final long serialVersionUID = 1L;

  UnfinishedRunException(String run) {
    super(
        "a run over these lists was begun and not finished",
        "to begin anew would pay again for whom it has found",
        "go on with it: influx harvest resume " + run + "; or begin anew with --force",
        null);
  }
}
