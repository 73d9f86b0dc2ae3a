package dev.influx.lists.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The terms of several lists, found together in one pass over a folded text, however many they are.
 */
public final class TermIndex {

  private final Term[] terms;
  private final int lists;

  /** Where the terms of each list begin, and after the last list its end. */
  private final int[] starts;

  private final Automaton automaton;

  /** Terms that no text of ASCII can hold; apart, or each would widen the table of all. */
  private final Optional<Automaton> beyondAscii;

  private TermIndex(List<Term> terms, int lists, Predicate<Term> isApart) {
    this.terms = terms.toArray(Term[]::new);
    this.lists = lists;
    this.starts = starts(terms, lists);
    int[] together = places(terms, isApart.negate());
    int[] apart = places(terms, isApart);
    this.automaton = automaton(terms, together);
    this.beyondAscii = apart.length == 0 ? Optional.empty() : Optional.of(automaton(terms, apart));
  }

  /** They stand list by list. */
  private static int[] starts(List<Term> terms, int lists) {
    int[] starts = new int[lists + 1];
    terms.forEach(term -> starts[term.list() + 1]++);
    for (int list = 0; list < lists; list++) {
      starts[list + 1] += starts[list];
    }
    return starts;
  }

  private static int[] places(List<Term> terms, Predicate<Term> chosen) {
    return IntStream.range(0, terms.size())
        .filter(place -> chosen.test(terms.get(place)))
        .toArray();
  }

  private static Automaton automaton(List<Term> terms, int[] places) {
    List<String> literals =
        IntStream.of(places).mapToObj(place -> terms.get(place).literal()).toList();
    return Automaton.of(literals, places);
  }

  /**
   * Terms that keep to word boundaries, where words are of a-z and 0-9; a list is known by its
   * place among the lists.
   */
  public static TermIndex of(List<List<String>> lists) {
    return new TermIndex(terms(lists, Boundary::of), lists.size(), term -> false);
  }

  /**
   * Terms that keep to the word boundaries of any script. What is written without blanks has none:
   * a term of Han, Hiragana, Katakana, Hangul or Thai is found wherever it stands, and any term
   * next to such a character.
   */
  public static TermIndex ofWords(List<List<String>> lists) {
    List<Term> terms = terms(lists, Boundary::ofAnyScript);
    return new TermIndex(terms, lists.size(), term -> holdsMoreThanAscii(term.literal()));
  }

  /** One list of literals that are found inside words too. */
  public static TermIndex ofSubstrings(List<String> literals) {
    return new TermIndex(terms(List.of(literals), literal -> Boundary.NONE), 1, term -> false);
  }

  private static List<Term> terms(List<List<String>> lists, Function<String, Boundary> boundaryOf) {
    List<Term> terms = new ArrayList<>();
    for (int list = 0; list < lists.size(); list++) {
      for (String term : lists.get(list)) {
        Boundary boundary = boundaryOf.apply(term);
        String literal = boundary == Boundary.NONE ? term : TermSyntax.literal(term);
        terms.add(new Term(list, term, literal, boundary));
      }
    }
    return terms;
  }

  /** What stands in any of the texts; no term reaches from one into the next. */
  public Found find(String... folded) {
    Found found = new Found();
    for (String text : folded) {
      boolean ascii = automaton.scan(text, found);
      if (!ascii && beyondAscii.isPresent()) {
        beyondAscii.get().scan(text, found);
      }
    }
    return found;
  }

  private static boolean holdsMoreThanAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  private record Term(int list, String written, String literal, Boundary boundary) {}

  /** The terms that stand in some texts, each once. */
  public final class Found implements Automaton.Hits {
    private final int[] counts = new int[lists];
    private final long[] seen = new long[terms.length / Long.SIZE + 1];

    private Found() {}

    @Override
    public void hit(int term, String text, int end) {
      long bit = 1L << term;
      if ((seen[term / Long.SIZE] & bit) == 0) {
        Term candidate = terms[term];
        if (candidate.boundary().isKept(text, end - candidate.literal().length(), end)) {
          seen[term / Long.SIZE] |= bit;
          counts[candidate.list()]++;
        }
      }
    }

    /** How many different terms of a list there are. */
    public int count(int list) {
      return counts[list];
    }

    /** The terms of a list that are there, or those that are not, in the order of the list. */
    public List<String> terms(int list, boolean there) {
      List<String> chosen = new ArrayList<>();
      for (int i = starts[list]; i < starts[list + 1]; i++) {
        boolean isThere = (seen[i / Long.SIZE] & 1L << i) != 0;
        if (isThere == there) {
          chosen.add(terms[i].written());
        }
      }
      return chosen;
    }
  }
}
