package dev.influx.validator;

import dev.influx.lists.terms.TermIndex;
import java.util.ArrayList;
import java.util.List;

/** Which signals were found in a profile; their words are looked up when somebody asks. */
final class Heard {
  private final TermIndex.Found[] found;
  private final int[] lists;
  private final List<List<String>> phrases;

  Heard(int signals) {
    this.found = new TermIndex.Found[signals];
    this.lists = new int[signals];
    this.phrases = new ArrayList<>(0);
  }

  void terms(int signal, TermIndex.Found where, int list) {
    found[signal] = where;
    lists[signal] = list;
  }

  void phrase(int signal, String words) {
    while (phrases.size() <= signal) {
      phrases.add(List.of());
    }
    List<String> known = new ArrayList<>(phrases.get(signal));
    known.add(words);
    phrases.set(signal, known);
  }

  boolean has(int signal) {
    return found[signal] != null || !phrasesOf(signal).isEmpty();
  }

  List<String> words(int signal) {
    List<String> words = new ArrayList<>();
    if (found[signal] != null) {
      words.addAll(found[signal].terms(lists[signal], true));
    }
    words.addAll(phrasesOf(signal));
    return words;
  }

  private List<String> phrasesOf(int signal) {
    return signal < phrases.size() ? phrases.get(signal) : List.of();
  }
}
