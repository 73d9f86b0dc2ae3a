package dev.influx.embedded;

/** The embedded registry did not start; its message is what, why and what to do, a line each. */
public final class UnableToStartRegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String why;
  private final String remedy;

  UnableToStartRegistryException(String what, StartRefusedException reason) {
    super(reason.explain(what), reason);
    this.what = what;
    this.why = reason.why();
    this.remedy = reason.remedy();
  }

  public String what() {
    return what;
  }

  public String why() {
    return why;
  }

  public String remedy() {
    return remedy;
  }
}
