package dev.influx.scorer.model;

import dev.influx.lists.terms.TermIndex;
import java.util.List;

/** How far a text speaks of a domain, by the number of different terms that it names. */
final class Alignments {
  private Alignments() {}

  /** From 0 to 1; each further term adds less. */
  static double of(int terms, double saturation) {
    return terms == 0 ? 0 : 1 - StrictMath.exp(-terms / saturation);
  }

  static String inWords(TermIndex.Found found, Wording wording) {
    int list = wording.listFor(found);
    List<String> terms = found.terms(list, true);
    String which = terms.isEmpty() ? "no term" : String.join(", ", terms);
    String domain = wording.isCurated() || !terms.isEmpty() ? wording.domain(list) : "any domain";
    return which + " of " + domain;
  }
}
