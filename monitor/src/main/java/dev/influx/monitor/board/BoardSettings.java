package dev.influx.monitor.board;

import dev.influx.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is shown.
 *
 * @param version of influx
 * @param cluster its name, as metrics and the page have it
 * @param scorer the group that reads raw observations
 * @param sink the group that reads accepted authors
 * @param interval between two looks at the cluster
 * @param series the file in which the lag of the last day is kept as it is drawn
 * @param hasActions whether people may change something from the page
 */
public record BoardSettings(
    String version,
    String cluster,
    Topics topics,
    String scorer,
    String sink,
    Duration interval,
    Path series,
    boolean hasActions) {}
