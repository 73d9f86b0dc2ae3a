package dev.influx.harvester.publish;

import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.schemas.wire.UnableToResolveSchemaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells failures that pass from those that a person has to see to. */
final class Failures {
  private static final String UNRESOLVED = "No resolvable bootstrap urls";

  private Failures() {}

  static boolean passes(Throwable failure) {
    return failure instanceof RetriableException
        || failure instanceof UnableToReachRegistryException
        || isUnresolved(failure);
  }

  /** Names of a cluster that is only starting may not be known yet. */
  private static boolean isUnresolved(Throwable failure) {
    return reason(failure) instanceof ConfigException config
        && String.valueOf(config.getMessage()).startsWith(UNRESOLVED);
  }

  /** Kafka wraps what went wrong while a client was made. */
  static Throwable reason(Throwable failure) {
    return failure.getCause() instanceof ConfigException config ? config : failure;
  }

  /** Kafka wraps interrupts, and sets the flag of the thread beside. */
  static InterruptedException unwrapped(InterruptException wrapped) {
    InterruptedException plain = new InterruptedException("interrupted while publishing");
    plain.initCause(wrapped);
    Thread.interrupted();
    return plain;
  }

  static UnableToPublishException lasting(Throwable failure) {
    Throwable reason = reason(failure);
    return new UnableToPublishException(
        reason.getClass().getSimpleName() + ": " + reason.getMessage(), remedy(reason), failure);
  }

  private static String remedy(Throwable reason) {
    if (reason instanceof UnableToResolveSchemaException) {
      return "register the schemas with: influx topics apply";
    } else if (reason instanceof AuthenticationException
        || reason instanceof AuthorizationException) {
      return "check the credentials in kafka.properties and what they may do";
    } else if (reason instanceof RecordTooLargeException) {
      return "raise max.request.size in kafka.properties and max.message.bytes of the topic";
    }
    return reason instanceof ConfigException
        ? "correct kafka.properties"
        : "see the log of the broker, then start again";
  }
}
