package dev.influx.scorer.language;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What of a bio is language: links, addresses, handles, tags, numbers and symbols are the same in
 * every one.
 *
 * @param letters how many letters it has, in whatever script
 */
record Prose(String text, long letters) {

  /** Far beyond what X lets anybody write; more would not tell more. */
  private static final int MOST_CHARACTERS = 1_000;

  /** Where radicals begin, and behind them kana, Han characters and Hangul. */
  private static final char FIRST_EAST_ASIAN = 0x2E80;

  private static final Pattern NO_LANGUAGE =
      Pattern.compile(
          String.join(
              "|",
              "https?://\\S++",
              "(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++",
              "(?<![\\w-])(?:[\\w-]++\\.)++[a-z]{2,}+(?:/\\S*+)?",
              "[@#$][\\p{L}\\p{M}\\p{N}_]++",
              "[\\p{N}\\p{So}\\p{Sk}\\p{Cs}\\p{Co}\\p{Cn}\\x{10000}-\\x{10FFFF}]++"));

  private static final Pattern BLANKS = Pattern.compile("\\s++");

  /** Nobody's language spells like sooo and zzzzz. */
  private static final Pattern STRETCHED = Pattern.compile("(.)\\1{2,}+");

  static Prose of(String bio) {
    String words = NO_LANGUAGE.matcher(plain(bio)).replaceAll(" ");
    String spaced = BLANKS.matcher(words).replaceAll(" ").strip();
    String text = STRETCHED.matcher(spaced).replaceAll("$1$1");
    return new Prose(text, text.codePoints().filter(Character::isLetter).count());
  }

  /**
   * Whether it has none of the characters of China, Japan and Korea. What such texts have of others
   * are mostly abbreviations, and so the model takes a bio full of these for Chinese.
   */
  boolean isAlphabetic() {
    return text.chars().allMatch(character -> character < FIRST_EAST_ASIAN);
  }

  /** Letters in bold or in circles, which X offers no other way to write, become plain ones. */
  private static String plain(String bio) {
    String beginning = bio.substring(0, Math.min(bio.length(), MOST_CHARACTERS));
    return Normalizer.normalize(beginning, Normalizer.Form.NFKC);
  }
}
