package dev.influx.embedded;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;

/**
 * Faults that the node cannot go on after, reported to its owner. Kafka's own handler ends the
 * process, which belongs to the application and not to one of its parts.
 */
final class FatalFaults implements FaultHandlerFactory {
  private final CompletableFuture<Throwable> first = new CompletableFuture<>();

  @Override
  public FaultHandler build(String name, boolean fatal, Runnable action) {
    FaultHandler logging = new LoggingFaultHandler(name, action);
    return fatal ? (message, cause) -> report(logging.handleFault(message, cause)) : logging;
  }

  private RuntimeException report(RuntimeException fault) {
    first.complete(fault);
    return fault;
  }

  /** Completes with the first fault; a copy, so that no caller can complete it. */
  CompletableFuture<Throwable> first() {
    return first.copy();
  }

  Optional<Throwable> cause() {
    return Optional.ofNullable(first.getNow(null));
  }
}
