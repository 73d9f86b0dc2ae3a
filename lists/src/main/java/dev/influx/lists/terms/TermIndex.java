package dev.influx.lists.terms;

import java.util.ArrayList;
import java.util.List;

/**
 * The terms of several lists, found together in one pass over a folded text, however many they are.
 */
public final class TermIndex {

  private final Term[] terms;
  private final int lists;
  private final Automaton automaton;

  private TermIndex(List<Term> terms, int lists) {
    this.terms = terms.toArray(Term[]::new);
    this.lists = lists;
    this.automaton = Automaton.of(terms.stream().map(Term::literal).toList());
  }

  /** Terms that keep to word boundaries; a list is known by its place among the lists. */
  public static TermIndex of(List<List<String>> lists) {
    List<Term> terms = new ArrayList<>();
    for (int list = 0; list < lists.size(); list++) {
      for (String term : lists.get(list)) {
        terms.add(new Term(list, term, TermSyntax.literal(term), Boundary.of(term)));
      }
    }
    return new TermIndex(terms, lists.size());
  }

  /** The same, with the word boundaries of any script. */
  public static TermIndex ofWords(List<List<String>> lists) {
    return of(lists);
  }

  /** One list of literals that are found inside words too. */
  public static TermIndex ofSubstrings(List<String> literals) {
    return new TermIndex(
        literals.stream().map(literal -> new Term(0, literal, literal, Boundary.NONE)).toList(), 1);
  }

  /** What stands in any of the texts; no term reaches from one into the next. */
  public Found find(String... folded) {
    Found found = new Found();
    for (String text : folded) {
      automaton.scan(text, found);
    }
    return found;
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
      for (int i = 0; i < terms.length; i++) {
        boolean isThere = (seen[i / Long.SIZE] & 1L << i) != 0;
        if (terms[i].list() == list && isThere == there) {
          chosen.add(terms[i].written());
        }
      }
      return chosen;
    }
  }
}
