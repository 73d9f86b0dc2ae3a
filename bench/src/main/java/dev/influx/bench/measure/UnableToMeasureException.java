package dev.influx.bench.measure;

/** The operating system did not tell what was to be measured of a run. */
final class UnableToMeasureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnableToMeasureException(String what, long pid) {
    super("unable to read " + what + " " + pid + ": it has ended, or this system does not tell");
  }

  UnableToMeasureException(String what, Throwable cause) {
    super("unable to read " + what + ": " + cause.getMessage(), cause);
  }
}
