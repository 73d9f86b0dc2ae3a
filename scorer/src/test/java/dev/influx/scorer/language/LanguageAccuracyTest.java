package dev.influx.scorer.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.scorer.language.LabelledBio.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * How often the language is told right, measured on bios that had no part in choosing the limit.
 */
class LanguageAccuracyTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("influx.root"), "docs", "language.md");
  private static final Pattern TABLE = Pattern.compile("(?m)^\\| language .*\\n(\\|.*\\n)+");
  private static final double FLOOR = 0.95;

  private final LanguageDetector detector = LanguageDetector.bundled();

  @Test
  void isAtLeastTheFloorAndWhatTheDocumentSays(TestReporter reporter) throws IOException {
    List<LabelledBio> bios = LabelledBio.all(Purpose.MEASURE);
    String table = table(bios);
    reporter.publishEntry("languages", table);
    if (System.getProperty("influx.golden").equals("write") && System.getenv("CI") == null) {
      String text = Files.readString(DOCUMENT);
      Files.writeString(
          DOCUMENT, TABLE.matcher(text).replaceFirst(Matcher.quoteReplacement(table)));
    }

    assertThat(accuracy(bios, LanguageDetector.LEAST_CERTAINTY)).isGreaterThanOrEqualTo(FLOOR);
    assertThat(Files.readString(DOCUMENT))
        .as("rewrite with mvn -pl scorer -am test -Dinflux.golden=write")
        .contains(table);
  }

  @Test
  void theLimitIsTheBestOneForTheOtherHalf() throws IOException {
    List<LabelledBio> bios = LabelledBio.all(Purpose.CALIBRATE);
    double best =
        DoubleStream.iterate(0, limit -> limit < 0.2, limit -> limit + 0.0005)
            .map(limit -> accuracy(bios, limit))
            .max()
            .orElseThrow();

    assertThat(accuracy(bios, LanguageDetector.LEAST_CERTAINTY)).isEqualTo(best);
  }

  @Test
  void coversManyLanguagesAndTextsWithout() throws IOException {
    Map<String, List<LabelledBio>> byLanguage = byLanguage(LabelledBio.all());

    assertThat(byLanguage).hasSizeGreaterThan(12).containsKey("und");
    assertThat(byLanguage.values()).allMatch(bios -> bios.size() >= 16);
  }

  private double accuracy(List<LabelledBio> bios, double limit) {
    long right = bios.stream().filter(bio -> told(bio, limit).equals(bio.language())).count();
    return right / (double) bios.size();
  }

  private String told(LabelledBio bio) {
    return detector.primaryOf(bio.text());
  }

  private String told(LabelledBio bio, double limit) {
    Prose prose = Prose.of(bio.text());
    Guess guess = detector.guess(prose);
    return prose.letters() < LanguageDetector.LEAST_LETTERS || guess.certainty() < limit
        ? LanguageDetector.UNDETERMINED
        : guess.language();
  }

  private String table(List<LabelledBio> bios) {
    List<String> rows = new ArrayList<>();
    rows.add("| language | bios | right | taken for another | not told |");
    rows.add("|---|---|---|---|---|");
    byLanguage(bios).forEach((language, its) -> rows.add(row(language, its)));
    rows.add(row("all", bios));
    return String.join("\n", rows) + "\n";
  }

  private String row(String language, List<LabelledBio> bios) {
    long right = bios.stream().filter(bio -> told(bio).equals(bio.language())).count();
    long notTold =
        bios.stream()
            .filter(bio -> !bio.language().equals("und") && told(bio).equals("und"))
            .count();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d (%.1f %%) | %d | %d |",
        language,
        bios.size(),
        right,
        100.0 * right / bios.size(),
        bios.size() - right - notTold,
        notTold);
  }

  private static Map<String, List<LabelledBio>> byLanguage(List<LabelledBio> bios) {
    Map<String, List<LabelledBio>> byLanguage = new TreeMap<>();
    bios.forEach(
        bio -> byLanguage.computeIfAbsent(bio.language(), x -> new ArrayList<>()).add(bio));
    return byLanguage;
  }
}
