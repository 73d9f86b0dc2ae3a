package dev.influx.runtime;

/** A failure that tells a person what happened, why, and what to do about it, a line each. */
public class Explained extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;
  private final String remedy;

  public Explained(String what, String why, String remedy, Throwable cause) {
    super(what, cause);
    this.why = why;
    this.remedy = remedy;
  }

  /** What could not be done. */
  public final String what() {
    return getMessage();
  }

  public final String why() {
    return why;
  }

  public final String remedy() {
    return remedy;
  }
}
