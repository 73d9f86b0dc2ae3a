package dev.influx.runtime;

/** A topic could not be brought into the shape that the catalogue names. */
public final class UnableToApplyTopicsException extends Explained {
  private static final long serialVersionUID = 1L;

  public UnableToApplyTopicsException(String topic, String why, String remedy, Throwable cause) {
    super("topic " + topic + " could not be applied", why, remedy, cause);
  }
}
