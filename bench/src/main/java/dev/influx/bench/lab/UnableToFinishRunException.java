package dev.influx.bench.lab;

/** A process of a benchmark ended, failed or hung before its figures were there. */
public final class UnableToFinishRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnableToFinishRunException(String message) {
    super(message);
  }

  public UnableToFinishRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
