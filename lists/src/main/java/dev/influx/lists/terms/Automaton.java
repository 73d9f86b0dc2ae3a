package dev.influx.lists.terms;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The automaton of Aho and Corasick over a fixed set of literals, with every transition written
 * out: one look-up per character of the text, no going back, no allocation. Its table takes four
 * bytes for each letter of all literals times each letter of the alphabet, which is half a megabyte
 * for some hundred terms: fit for lexicons, not for dictionaries.
 */
final class Automaton {

  /** Told of every occurrence of every literal. */
  interface Hits {
    void hit(int name, String text, int end);
  }

  private static final int[] NOTHING = {};

  private static final int ASCII = 0x80;

  private final char[] alphabet;
  private final char last;
  private final int[] classOfAscii = new int[ASCII];
  private final int classes;

  /** By row and class of a character: the next row, doubled, and odd where there are hits. */
  private final int[] next;

  private final int[][] hits;

  private Automaton(char[] alphabet, int states) {
    this.alphabet = alphabet;
    this.last = alphabet.length == 0 ? 0 : alphabet[alphabet.length - 1];
    this.classes = alphabet.length + 1;
    this.next = new int[states * classes];
    this.hits = new int[states][];
    Arrays.setAll(classOfAscii, c -> search((char) c));
    Arrays.fill(next, -1);
    Arrays.fill(hits, NOTHING);
  }

  /**
   * Over the given literals.
   *
   * @param names what each of them is called when it is found
   */
  static Automaton of(List<String> literals, int[] names) {
    long states = 1 + literals.stream().flatMap(Automaton::beginnings).distinct().count();
    Automaton automaton = new Automaton(alphabetOf(literals), Math.toIntExact(states));
    automaton.growTrie(literals, names);
    automaton.linkFailures();
    automaton.packTransitions();
    return automaton;
  }

  private static Stream<String> beginnings(String literal) {
    return IntStream.rangeClosed(1, literal.length()).mapToObj(end -> literal.substring(0, end));
  }

  private static char[] alphabetOf(List<String> literals) {
    StringBuilder all = new StringBuilder();
    literals.forEach(all::append);
    int[] sorted = all.chars().distinct().sorted().toArray();
    char[] alphabet = new char[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      alphabet[i] = (char) sorted[i];
    }
    return alphabet;
  }

  /**
   * Letter by letter of all literals, not literal by literal: so the rows near the root, which are
   * all that most texts need, stand together and fit into the nearest cache.
   */
  private void growTrie(List<String> literals, int[] names) {
    int longest = literals.stream().mapToInt(String::length).max().orElse(0);
    int[] reached = new int[literals.size()];
    int states = 1;
    for (int depth = 0; depth < longest; depth++) {
      for (int literal = 0; literal < reached.length; literal++) {
        String letters = literals.get(literal);
        if (depth < letters.length()) {
          int step = reached[literal] * classes + classOf(letters.charAt(depth));
          next[step] = next[step] < 0 ? states++ : next[step];
          reached[literal] = next[step];
        }
      }
    }
    for (int literal = 0; literal < reached.length; literal++) {
      hits[reached[literal]] = joined(hits[reached[literal]], new int[] {names[literal]});
    }
  }

  /** Breadth first, so that the state a failure leads to is complete before it is copied from. */
  private void linkFailures() {
    int[] failure = new int[hits.length];
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int state = open.remove();
      hits[state] = state == 0 ? hits[0] : joined(hits[state], hits[failure[state]]);
      for (int c = 0; c < classes; c++) {
        int step = state * classes + c;
        int elsewhere = state == 0 ? 0 : next[failure[state] * classes + c];
        if (next[step] < 0) {
          next[step] = elsewhere;
        } else {
          failure[next[step]] = elsewhere;
          open.add(next[step]);
        }
      }
    }
  }

  /** So that a scan multiplies nothing, and looks for hits only where there are some. */
  private void packTransitions() {
    Arrays.setAll(next, step -> 2 * next[step] * classes + (hits[next[step]].length > 0 ? 1 : 0));
  }

  private static int[] joined(int[] some, int[] others) {
    int[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  /**
   * Reports all literals of a text.
   *
   * @return whether the text is ASCII, which is known by the way
   */
  boolean scan(String text, Hits found) {
    int row = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bits |= c;
      int packed = next[row + classOf(c)];
      row = packed >>> 1;
      if ((packed & 1) != 0) {
        report(row / classes, text, i + 1, found);
      }
    }
    return bits < ASCII;
  }

  private void report(int state, String text, int end, Hits found) {
    for (int name : hits[state]) {
      found.hit(name, text, end);
    }
  }

  private int classOf(char c) {
    return c < ASCII ? classOfAscii[c] : search(c);
  }

  /** Class 0 is every character that stands in no literal. */
  private int search(char c) {
    return c > last ? 0 : Math.max(0, Arrays.binarySearch(alphabet, c) + 1);
  }
}
