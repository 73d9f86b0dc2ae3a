package dev.influx.validator.audit;

import java.util.List;

/**
 * The authors that were drawn: first the flagged, then the clean. Within each the order is one of
 * chance, so that who reviews only the first few of both has reviewed a sample too.
 *
 * @param wanted how many were asked for
 */
public record Sample(
    Question question, long seed, int wanted, Population population, List<Drawn> drawn) {
  public Sample {
    drawn = List.copyOf(drawn);
  }

  /** An author to look at, and what the gates made of him. */
  public record Drawn(Stratum stratum, AuditedAuthor author) {}

  /** How many were drawn of one side. */
  public long count(Stratum stratum) {
    return drawn.stream().filter(each -> each.stratum() == stratum).count();
  }
}
