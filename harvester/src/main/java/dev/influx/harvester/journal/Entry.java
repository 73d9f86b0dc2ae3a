package dev.influx.harvester.journal;

import dev.influx.harvester.plan.Ending;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How asking for one author ended.
 *
 * @param key the name that was given for the author, folded: the key of the occasion
 * @param id as far as it is known
 * @param handle as last seen, of an author who was found
 * @param at when it was known
 * @param followers of an author who was found, if X said
 * @param posts of an author who was found, if X said
 */
public record Entry(
    String key,
    Ending ending,
    Optional<String> id,
    Optional<String> handle,
    Instant at,
    OptionalLong followers,
    OptionalLong posts) {}
