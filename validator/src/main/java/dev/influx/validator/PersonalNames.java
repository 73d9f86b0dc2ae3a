package dev.influx.validator;

import dev.influx.lists.rules.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells names that people bear: a given name, and something after it. */
final class PersonalNames {
  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "dr.",
          "prof",
          "prof.",
          "professor",
          "sir",
          "mr",
          "mr.",
          "mrs",
          "mrs.",
          "ms",
          "ms.");

  private final Set<String> givenNames;

  PersonalNames(List<String> givenNames) {
    this.givenNames = Set.copyOf(givenNames);
  }

  /** The given name that the name of the author begins with, titles aside. */
  Optional<String> givenNameOf(Examined author) {
    String[] words = author.text(Field.NAME).strip().split(" ", -1);
    int first = 0;
    while (first < words.length
        && (TITLES.contains(words[first]) || letters(words[first]).isEmpty())) {
      first++;
    }
    if (first + 1 >= words.length || letters(words[first + 1]).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(letters(words[first])).filter(givenNames::contains);
  }

  /** Without what stands before the first letter and after the last. */
  private static String letters(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetter(word.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(start, end);
  }
}
