package dev.influx.monitor.sampling;

/** The cluster did not even say which groups there are; a later look may succeed. */
public final class UnableToLookException extends Exception {
  private static final long serialVersionUID = 1L;

  UnableToLookException(String why, Throwable cause) {
    super(why, cause);
  }
}
