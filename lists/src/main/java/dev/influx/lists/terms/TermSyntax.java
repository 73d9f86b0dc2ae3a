package dev.influx.lists.terms;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What may stand in a list of terms: a literal found between word boundaries, {@code term*} for
 * words that begin so, and {@code $*} for a dollar sign with two to five letters.
 */
final class TermSyntax {

  static final String CASHTAG = "$*";

  private TermSyntax() {}

  /** Why a term could never be found in any text that is folded so. */
  static Optional<Flaw> flawOf(String term, UnaryOperator<String> fold) {
    return term.equals(CASHTAG) ? Optional.empty() : flawOfLiteral(literal(term), fold);
  }

  /** The same for a term that is taken as it stands, such as one that is found inside words. */
  static Optional<Flaw> flawOfLiteral(String literal, UnaryOperator<String> fold) {
    if (literal.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of(
          new Flaw("has no letter and no digit", "write a word, or $* for cashtags"));
    }
    if (literal.indexOf('*') >= 0) {
      return Optional.of(new Flaw("has a * that is not at the end", "move it there, or remove it"));
    }
    String folded = fold.apply(literal);
    return folded.equals(literal)
        ? Optional.empty()
        : Optional.of(new Flaw("is never found: texts are folded first", "write " + folded));
  }

  static boolean isPrefix(String term) {
    return term.endsWith("*") && !term.equals(CASHTAG);
  }

  /** What has to stand in the text, letter by letter. */
  static String literal(String term) {
    return term.endsWith("*") ? term.substring(0, term.length() - 1) : term;
  }

  /**
   * What is wrong with a term.
   *
   * @param remedy what to write instead
   */
  record Flaw(String what, String remedy) {}
}
