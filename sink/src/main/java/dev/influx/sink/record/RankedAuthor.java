package dev.influx.sink.record;

import dev.influx.schemas.ScoredProfile;

/**
 * An author and the places taken in the list.
 *
 * @param rankGlobal the place among all, from 1
 * @param rankInDomain the place within the author's domain, from 1; of no meaning without a domain
 */
public record RankedAuthor(ScoredProfile author, int rankGlobal, int rankInDomain) {}
