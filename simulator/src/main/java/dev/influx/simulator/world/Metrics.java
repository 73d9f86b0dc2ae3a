package dev.influx.simulator.world;

import java.util.OptionalLong;

/**
 * The public numbers of an author at one moment.
 *
 * @param likes given by the author; X leaves the number out for a few
 * @param media X answers null for a few
 */
public record Metrics(
    long followers,
    long following,
    long posts,
    long listed,
    OptionalLong likes,
    OptionalLong media) {}
