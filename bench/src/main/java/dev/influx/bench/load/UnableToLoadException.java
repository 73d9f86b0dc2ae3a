package dev.influx.bench.load;

/** The broker did not take the input of a benchmark. */
final class UnableToLoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnableToLoadException(String topic, Throwable cause) {
    super("unable to load " + topic + ": " + cause.getMessage(), cause);
  }
}
