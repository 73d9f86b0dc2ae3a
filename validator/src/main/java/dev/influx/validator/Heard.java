package dev.influx.validator;

import dev.influx.lists.terms.TermIndex;
import java.util.ArrayList;
import java.util.List;

/** Which signals were found in a profile; their words are looked up when somebody asks. */
final class Heard {
  private final SignalIndex index;
  private final TermIndex.Found[] found;
  private List<Said> phrases = List.of();

  Heard(SignalIndex index, int fields) {
    this.index = index;
    this.found = new TermIndex.Found[fields];
  }

  private record Said(int signal, String words) {}

  void terms(int field, TermIndex.Found there) {
    found[field] = there;
  }

  void phrase(int signal, String words) {
    phrases = phrases.isEmpty() ? new ArrayList<>(2) : phrases;
    phrases.add(new Said(signal, words));
  }

  boolean has(int signal) {
    TermIndex.Found there = found[index.fieldOf(signal)];
    return (there != null && there.count(index.listOf(signal)) > 0) || isSaid(signal);
  }

  private boolean isSaid(int signal) {
    for (int i = 0; i < phrases.size(); i++) {
      if (phrases.get(i).signal() == signal) {
        return true;
      }
    }
    return false;
  }

  List<String> words(int signal) {
    List<String> words = new ArrayList<>();
    TermIndex.Found there = found[index.fieldOf(signal)];
    if (there != null) {
      words.addAll(there.terms(index.listOf(signal), true));
    }
    phrases.stream().filter(said -> said.signal() == signal).map(Said::words).forEach(words::add);
    return words;
  }
}
