package dev.influx.embedded;

/** Why something cannot start, found before it was tried, and what a person can do about it. */
final class StartRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;
  private final String remedy;

  StartRefusedException(String why, String remedy) {
    this(why, remedy, null);
  }

  StartRefusedException(String why, String remedy, Throwable cause) {
    super(why, cause);
    this.why = why;
    this.remedy = remedy;
  }

  String why() {
    return why;
  }

  String remedy() {
    return remedy;
  }

  /** What could not be done, why, and what to do, a line each. */
  String explain(String what) {
    return what + "\n" + why + "\n" + remedy;
  }
}
