package dev.influx.scorer.language;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The languages that can be told, from the codes of the model to those that are published: ISO
 * 639-1, in which each of them has one.
 *
 * <p>These are the languages that X itself tells apart. The model knows 40 more, but they are rare
 * among bios, and a short text in a common language is often taken for a rare neighbour of it:
 * Spanish for Asturian, English for Latin. Left out, they cost few and save many.
 */
final class Languages {
  private static final Map<String, String> CODES =
      Arrays.stream(
              """
              ara:ar ben:bn bos:bs bul:bg cat:ca ces:cs cmn:zh cym:cy dan:da deu:de ekk:et ell:el
              eng:en est:et eus:eu fas:fa fin:fi fra:fr guj:gu heb:he hin:hi hrv:hr hun:hu hye:hy
              ind:id isl:is ita:it jpn:ja kan:kn kat:ka kor:ko lav:lv lit:lt lvs:lv mal:ml mar:mr
              nep:ne nld:nl nno:no nob:no pan:pa pes:fa pol:pl por:pt pus:ps ron:ro rus:ru sin:si
              slk:sk slv:sl spa:es srp:sr swe:sv tam:ta tel:te tgl:tl tha:th tur:tr ukr:uk urd:ur
              vie:vi
              """
                  .split("\\s+"))
          .map(pair -> pair.split(":"))
          .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

  private static final Set<String> EAST_ASIAN = Set.of("ja", "ko", "zh");

  private Languages() {}

  /** The published code of each of the model's; null for those that are not told. */
  static String[] published(String[] model) {
    return Arrays.stream(model).map(CODES::get).toArray(String[]::new);
  }

  /** The same without those that are never written in an alphabet. */
  static String[] alphabetic(String[] model) {
    return Arrays.stream(published(model))
        .map(code -> code != null && EAST_ASIAN.contains(code) ? null : code)
        .toArray(String[]::new);
  }

  /** The codes of the model that have a published one. */
  static Set<String> told() {
    return CODES.keySet();
  }
}
