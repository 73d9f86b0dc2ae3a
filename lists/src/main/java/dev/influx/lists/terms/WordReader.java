package dev.influx.lists.terms;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.terms.TermSyntax.Flaw;
import dev.influx.lists.yaml.StrictValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads lists of words, and refuses every word that could never be found or is there twice. */
public final class WordReader {

  private WordReader() {}

  /** Terms that keep to word boundaries, for texts that are folded. */
  public static List<String> terms(StrictValue list) {
    return words(read(list, term -> TermSyntax.flawOf(term, Fold::of)));
  }

  /** Words that are taken as they stand, for texts that are folded. */
  public static List<String> literals(StrictValue list) {
    return words(read(list, literal -> TermSyntax.flawOfLiteral(literal, Fold::of)));
  }

  /**
   * Terms that keep to the word boundaries of any script, for texts that are made plain. One that
   * is found wherever another is found makes the other useless, which is a fault too.
   *
   * @param also sees every term with its place
   */
  public static List<String> plainTerms(StrictValue list, BiConsumer<StrictValue, String> also) {
    Map<String, StrictValue> places = read(list, term -> TermSyntax.flawOf(term, Plain::of));
    if (list.isToBeSearched()) {
      Shadows shadows = Shadows.among(words(places));
      places.forEach(
          (term, place) ->
              shadows.over(term).ifPresent(other -> refuseShadowed(place, term, other)));
    }
    places.forEach((term, place) -> also.accept(place, term));
    return words(places);
  }

  /** Words that are taken as they stand, for texts that are made plain. */
  public static List<String> plainLiterals(StrictValue list) {
    return words(read(list, literal -> TermSyntax.flawOfLiteral(literal, Plain::of)));
  }

  /** One of them. */
  public static String plainLiteral(StrictValue value) {
    String literal = value.text();
    refuseFlaw(value, literal, word -> TermSyntax.flawOfLiteral(word, Plain::of));
    return literal;
  }

  private static void refuseShadowed(StrictValue place, String term, String other) {
    place.refuse(quote(term) + " is found by " + quote(other) + " too", "keep one of them");
  }

  private static List<String> words(Map<String, StrictValue> places) {
    return new ArrayList<>(places.keySet());
  }

  private static Map<String, StrictValue> read(
      StrictValue list, Function<String, Optional<Flaw>> flawOf) {
    Map<String, StrictValue> places = new LinkedHashMap<>();
    for (StrictValue item : list.items()) {
      String word = item.text();
      refuseFlaw(item, word, flawOf);
      if (!word.isEmpty() && places.putIfAbsent(word, item) != null) {
        item.refuse(quote(word) + " is there twice", "keep one of them");
      }
    }
    return places;
  }

  private static void refuseFlaw(
      StrictValue item, String word, Function<String, Optional<Flaw>> flawOf) {
    if (!word.isEmpty() && item.isToBeSearched()) {
      flawOf
          .apply(word)
          .ifPresent(flaw -> item.refuse(quote(word) + " " + flaw.what(), flaw.remedy()));
    }
  }
}
