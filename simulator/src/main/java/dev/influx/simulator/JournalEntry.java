package dev.influx.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that the simulator answered.
 *
 * @param items how many users were asked for
 * @param token the fingerprint of the token, if there was one
 */
public record JournalEntry(
    Instant time, String path, int items, Optional<String> token, int status) {}
