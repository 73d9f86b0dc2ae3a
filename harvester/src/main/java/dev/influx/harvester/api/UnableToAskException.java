package dev.influx.harvester.api;

import dev.influx.runtime.Explained;

/** The X API cannot or must not be asked until a person has acted. */
public final class UnableToAskException extends Explained {
  private static final long serialVersionUID = 1L;

  private final Answer.Stop.Kind kind;

  public UnableToAskException(Answer.Stop stop) {
    super(stop.what(), stop.why(), stop.remedy(), null);
    this.kind = stop.kind();
  }

  /** What the person has to see to. */
  public Answer.Stop.Kind kind() {
    return kind;
  }
}
