package dev.influx.runtime;

/** No broker answered at the address that was given. */
public final class UnableToReachBrokerException extends Explained {
  private static final long serialVersionUID = 1L;

  public UnableToReachBrokerException(KafkaConnection connection, Throwable cause) {
    super(
        "no Kafka broker answers at " + connection.bootstrapServers(),
        cause.getMessage(),
        "start the broker, or set kafka.bootstrap_servers to where it listens",
        cause);
  }
}
