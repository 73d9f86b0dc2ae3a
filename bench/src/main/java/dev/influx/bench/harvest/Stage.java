package dev.influx.bench.harvest;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a harvest was at one instant, and what it had cost by then.
 *
 * @param nanos of a clock that only has differences
 * @param profiles authors who were found and whose records are acknowledged
 * @param machineCpu of everything that runs on the machine; empty where the system does not say
 */
public record Stage(
    long nanos,
    long profiles,
    Duration harvesterCpu,
    Duration simulatorCpu,
    Duration brokerCpu,
    Optional<Duration> machineCpu) {

  /** The CPU time of the three together. */
  Duration ownCpu() {
    return harvesterCpu.plus(simulatorCpu).plus(brokerCpu);
  }
}
