package dev.influx.simulator.compliance;

import java.time.Instant;

/**
 * A user that may not be kept.
 *
 * @param reason deleted, suspended or protected
 * @param since when it came to be so
 */
public record Finding(String id, String reason, Instant since) {}
