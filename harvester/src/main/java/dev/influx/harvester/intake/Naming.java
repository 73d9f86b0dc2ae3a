package dev.influx.harvester.intake;

import dev.influx.harvester.api.Lookup.By;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a word names: a handle, an id, or the address of a profile. */
final class Naming {
  /** The first part of addresses of X that are no profile. */
  private static final Set<String> NO_PROFILES =
      Set.of("home", "i", "search", "explore", "settings", "hashtag", "intent", "share");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://)?(?:(?:www|mobile|m)\\.)?(?:x|twitter)\\.com(?::[0-9]+)?"
              + "(?:/([^/?#]*)[^?#]*)?(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ESCAPED_AT = Pattern.compile("^%40");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private Naming() {}

  /** A word that stands alone: digits are an id unless an @ says otherwise. */
  static Named word(String text) {
    String word = plain(text);
    return DIGITS.matcher(word).matches() ? id(word) : handleOrAddress(word);
  }

  /** A word of which is known that it should be a handle. */
  static Named handle(String text) {
    return handleOrAddress(plain(text));
  }

  /** A word of which is known that it should be an id. */
  static Named id(String text) {
    String word = plain(text);
    return By.ID.accepts(word) && word.charAt(0) != '0'
        ? Named.id(word)
        : Named.nobody(text, Reason.NOT_AN_ID);
  }

  private static Named handleOrAddress(String word) {
    if (word.indexOf('/') < 0 && word.indexOf('.') < 0) {
      return checked(withoutAt(word), word);
    }
    Matcher address = ADDRESS.matcher(word);
    if (!address.matches()) {
      return Named.nobody(word, word.indexOf('/') < 0 ? Reason.NOT_A_HANDLE : Reason.OTHER_SITE);
    }
    String first = address.group(1) == null ? "" : address.group(1);
    return first.isEmpty() || NO_PROFILES.contains(first.toLowerCase(Locale.ROOT))
        ? Named.nobody(word, Reason.NOT_A_PROFILE)
        : checked(withoutAt(ESCAPED_AT.matcher(first).replaceFirst("@")), word);
  }

  private static Named checked(String handle, String word) {
    return By.HANDLE.accepts(handle)
        ? Named.handle(handle)
        : Named.nobody(word, Reason.NOT_A_HANDLE);
  }

  private static String withoutAt(String word) {
    return word.startsWith("@") ? word.substring(1) : word;
  }

  /** Full-width letters and signs become the ones that X knows. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }
}
