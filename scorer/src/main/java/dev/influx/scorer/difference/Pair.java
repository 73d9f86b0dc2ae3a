package dev.influx.scorer.difference;

import java.util.Optional;

/**
 * An author, and what each side says.
 *
 * @param live empty if the author is not there
 * @param other empty if the author is not there
 */
public record Pair(String id, Optional<String> handle, Optional<Said> live, Optional<Said> other) {}
