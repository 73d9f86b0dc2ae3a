package dev.influx.simulator;

import java.io.IOException;

/** An address that the simulator cannot listen on. */
public final class UnableToStartSimulatorException extends RuntimeException {

  UnableToStartSimulatorException(String host, int port, IOException cause) {
    super(
        "unable to start the simulator on %s:%s (%s); choose another host or port"
            .formatted(host, port, cause.getMessage()),
        cause);
  }
}
