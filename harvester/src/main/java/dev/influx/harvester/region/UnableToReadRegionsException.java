package dev.influx.harvester.region;

/** The names of places cannot be used; the message says where the file is wrong. */
public final class UnableToReadRegionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnableToReadRegionsException(String message, Throwable cause) {
    super(message, cause);
  }
}
