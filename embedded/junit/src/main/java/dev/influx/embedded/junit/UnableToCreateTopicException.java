package dev.influx.embedded.junit;

/** The broker of the tests did not make a topic. */
public final class UnableToCreateTopicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnableToCreateTopicException(String topic, Throwable cause) {
    super("topic %s was not created: %s".formatted(topic, cause.getMessage()), cause);
  }
}
