package dev.influx.schemas.wire;

/** The schema registry did not answer, or not sensibly; the same call may succeed later. */
public final class UnableToReachRegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnableToReachRegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
