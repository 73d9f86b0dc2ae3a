package dev.influx.harvester.region;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of a text in which spellings of the same name are equal. */
final class Folded {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f.'’ʼ`´]");

  private Folded() {}

  /** Without accents, dots, apostrophes and case: São Paulo is Sao Paulo, D.C. is DC. */
  static String of(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String bare = ACCENTS.matcher(apart).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
