package dev.influx.validator.crowd;

import dev.influx.validator.claims.Kind;

/**
 * Somebody else claims what was claimed at a place.
 *
 * @param other the id of who is in the way
 */
public record Encounter(long place, Kind kind, String other) {}
