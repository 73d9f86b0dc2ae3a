package dev.influx.lists.rules;

import java.util.List;

/**
 * Words that say something where they stand, and how much: it counts once, however many are there.
 *
 * @param weight above 0 for evidence, below for evidence to the contrary
 */
public record Signal(
    String name, Field where, double weight, List<String> terms, List<Phrase> phrases) {

  public Signal {
    terms = List.copyOf(terms);
    phrases = List.copyOf(phrases);
  }
}
