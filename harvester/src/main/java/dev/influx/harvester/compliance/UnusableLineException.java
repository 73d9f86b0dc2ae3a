package dev.influx.harvester.compliance;

/** A line of a result does not say what it has to. */
final class UnusableLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableLineException(String why) {
    super(why);
  }
}
