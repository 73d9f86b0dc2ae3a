package dev.influx.lists.terms;

import java.util.List;
import java.util.Optional;

/** Tells which terms of a list are useless, because another one is found wherever they are. */
final class Shadows {

  /** A letter that nobody writes, for the rest of a word of which only the start is known. */
  private static final String ANY_LETTER = "\uA66E";

  private final TermIndex index;

  private Shadows(TermIndex index) {
    this.index = index;
  }

  static Shadows among(List<String> terms) {
    List<String> sound =
        terms.stream().filter(term -> TermSyntax.flawOf(term, Plain::of).isEmpty()).toList();
    return new Shadows(TermIndex.ofWords(List.of(sound)));
  }

  /** A term that is found in every text that the given one is found in. */
  Optional<String> over(String term) {
    return index.find(leastTextWith(term)).terms(0, true).stream()
        .filter(other -> !other.equals(term))
        .findFirst();
  }

  private static String leastTextWith(String term) {
    String literal = TermSyntax.literal(term);
    return TermSyntax.isPrefix(term) ? literal + ANY_LETTER : literal;
  }
}
