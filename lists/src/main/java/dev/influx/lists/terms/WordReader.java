package dev.influx.lists.terms;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.terms.TermSyntax.Flaw;
import dev.influx.lists.yaml.StrictValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads lists of words, and refuses every word that could never be found or is there twice. */
public final class WordReader {

  private WordReader() {}

  /** Terms that keep to word boundaries. */
  public static List<String> terms(StrictValue list) {
    return read(list, TermSyntax::flawOf);
  }

  /** Words that are taken as they stand. */
  public static List<String> literals(StrictValue list) {
    return read(list, TermSyntax::flawOfLiteral);
  }

  private static List<String> read(StrictValue list, Function<String, Optional<Flaw>> flawOf) {
    Set<String> words = new LinkedHashSet<>();
    for (StrictValue item : list.items()) {
      String word = item.text();
      if (!word.isEmpty()) {
        flawOf
            .apply(word)
            .ifPresent(flaw -> item.refuse(quote(word) + " " + flaw.what(), flaw.remedy()));
        if (!words.add(word)) {
          item.refuse(quote(word) + " is there twice", "keep one of them");
        }
      }
    }
    return new ArrayList<>(words);
  }
}
