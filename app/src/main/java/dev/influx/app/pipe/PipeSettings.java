package dev.influx.app.pipe;

import dev.influx.lists.policies.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the whole pipe in one JVM is started with.
 *
 * @param data where the broker, the registry, the scorer and the sink keep theirs
 * @param brokerPort 0 takes a free one
 * @param registryPort 0 takes a free one
 * @param authors how many the simulator invents
 * @param seed of the simulator's world
 * @param refresh how often every author is asked for again
 * @param monitor what watches all of it, if anything shall
 */
public record PipeSettings(
    Path data,
    int brokerPort,
    int registryPort,
    Policy policy,
    int authors,
    long seed,
    Duration refresh,
    Optional<MonitorSource> monitor) {}
