package dev.influx.sink.record;

import dev.influx.schemas.ScoredProfile;
import java.util.Optional;

/**
 * An author and the places taken in the list.
 *
 * @param rankGlobal the place among all, from 1
 * @param rankInDomain the place within the author's domain, from 1; of no meaning without a domain
 * @param previousScore as the snapshot before published it; empty if the author was not in it
 */
public record RankedAuthor(
    ScoredProfile author, long rankGlobal, long rankInDomain, Optional<Double> previousScore) {

  /** One who was not in the list before. */
  public RankedAuthor(ScoredProfile author, long rankGlobal, long rankInDomain) {
    this(author, rankGlobal, rankInDomain, Optional.empty());
  }
}
