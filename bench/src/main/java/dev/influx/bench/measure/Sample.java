package dev.influx.bench.measure;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a run was at one instant, and what it had cost by then.
 *
 * @param nanos of a clock that only has differences
 * @param committed records whose offsets are committed, over all partitions
 * @param machineCpu of everything that runs on the machine; empty where the system does not say
 */
public record Sample(
    long nanos,
    long committed,
    Duration appCpu,
    Duration brokerCpu,
    Optional<Duration> machineCpu) {}
