package dev.influx.monitor.facts;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By which policy the scorers judge, and how far they have come with it.
 *
 * @param settled whether all authors have been judged by it
 * @param mismatchedInstances scorers that judge by another one
 * @param rollback whether it is known what to go back to
 */
public record PolicyFacts(
    Optional<Active> active,
    Optional<Named> previous,
    boolean settled,
    OptionalDouble rescoreProgressRatio,
    long authors,
    long walked,
    int mismatchedInstances,
    boolean rollback) {

  /** A policy by name and content. */
  public record Named(String id, String sha256) {}

  /** The one in force, and who put it there. */
  public record Active(
      String id,
      String sha256,
      Optional<Instant> since,
      Optional<String> by,
      Optional<String> reason) {}
}
