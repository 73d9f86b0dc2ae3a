package dev.influx.scorer.model;

import dev.influx.lists.terms.Fold;
import dev.influx.lists.terms.TermIndex;
import java.util.Optional;

/** What an author writes about himself: each text is folded and searched at most once. */
final class Wording {
  private final Vocabulary vocabulary;
  private final Optional<Integer> curated;
  private final String handle;
  private final String name;
  private final String bio;
  private TermIndex.Found inBio;
  private TermIndex.Found inName;

  Wording(Subject subject, Vocabulary vocabulary) {
    String written = subject.profile().getDescription();
    String nameWritten = subject.profile().getName();
    this.vocabulary = vocabulary;
    this.curated = vocabulary.listOf(subject.domain());
    this.handle = Fold.of(Handles.split(subject.profile().getHandle()));
    this.name = nameWritten == null ? "" : Fold.of(nameWritten);
    this.bio = written == null ? null : Fold.of(written).strip();
  }

  boolean knowsBio() {
    return bio != null;
  }

  boolean hasBio() {
    return bio != null && !bio.isEmpty();
  }

  /** Folded and trimmed. */
  String bio() {
    return bio;
  }

  /** The share of the handle's letters and digits that the name has in the same order. */
  double handleInName() {
    return Handles.shareFound(handle, name);
  }

  TermIndex.Found inBio() {
    if (inBio == null) {
      inBio = vocabulary.find(bio);
    }
    return inBio;
  }

  TermIndex.Found inName() {
    if (inName == null) {
      inName = vocabulary.find(handle + ' ' + name);
    }
    return inName;
  }

  boolean isCurated() {
    return curated.isPresent();
  }

  /** The list of the curated domain; without one, of the domain that a text speaks of most. */
  int listFor(TermIndex.Found found) {
    return curated.orElseGet(() -> vocabulary.best(found));
  }

  int best(TermIndex.Found found) {
    return vocabulary.best(found);
  }

  String domain(int list) {
    return vocabulary.domain(list);
  }
}
