package dev.influx.lists.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermIndexTest {

  @ParameterizedTest
  @CsvSource({
    "ai, ai, true",
    "ai, 'i like ai.', true",
    "ai, chair, false",
    "ai, ai2, false",
    "ai, ai_lab, true",
    "ai, éai, true",
    "a.i., 'a.i. now', true",
    "a.i., a.i.x, false",
    "deep learning, 'deep learning', true",
    "deep learning, 'deep  learning', false",
    "cardiolog*, cardiologist, true",
    "cardiolog*, cardiolog, true",
    "cardiolog*, neurocardiologist, false",
    "partner @, 'partner @ sequoia', true",
    "partner @, partner @sequoia, false",
    "$*, $btc, true",
    "$*, '($eth)', true",
    "$*, $b, false",
    "$*, $abcdef, false",
    "$*, $btc2, false",
    "$*, us$btc, false",
    "$*, $100, false",
    "日本, '(日本)', true"
  })
  void findsTermsBetweenWordBoundaries(String term, String text, boolean there) {
    TermIndex.Found found = TermIndex.of(List.of(List.of(term))).find(text);

    assertThat(found.count(0)).isEqualTo(there ? 1 : 0);
    assertThat(found.terms(0, there)).containsExactly(term);
    assertThat(found.terms(0, !there)).isEmpty();
  }

  @Test
  void countsEachTermOnceInEachListThatHasIt() {
    TermIndex index = TermIndex.of(List.of(List.of("ceo", "head of", "head"), List.of("ceo")));

    TermIndex.Found found = index.find("ceo, head of ai, ceo");

    assertThat(found.count(0)).isEqualTo(3);
    assertThat(found.count(1)).isEqualTo(1);
  }

  @Test
  void findsSubstringsInsideWords() {
    TermIndex.Found found = TermIndex.ofSubstrings(List.of("ai", "ml", "tech")).find("chair html");

    assertThat(found.terms(0, true)).containsExactly("ai", "ml");
  }

  @Test
  void findsNothingWithoutTermsOrText() {
    assertThat(TermIndex.of(List.of(List.of())).find("anything").count(0)).isZero();
    assertThat(TermIndex.of(List.of(List.of("a"))).find("").count(0)).isZero();
  }

  /** One pattern for each term is the reference. */
  @Test
  void agreesWithRegularExpressions() {
    for (long seed = 0; seed < 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> terms = randomTerms(random);
      String text = randomText(random, "ab1$ é*", 30);
      TermIndex.Found found = TermIndex.of(List.of(terms)).find(text);

      assertThat(found.terms(0, true))
          .as("seed %d: %s in %s", seed, terms, text)
          .isEqualTo(terms.stream().filter(term -> pattern(term).matcher(text).find()).toList());
    }
  }

  private static List<String> randomTerms(SplittableRandom random) {
    List<String> terms = new ArrayList<>(List.of("$*"));
    for (int n = random.nextInt(100); n > 0; n--) {
      String term = randomText(random, "ab1é ", 4).strip() + (random.nextInt(4) == 0 ? "*" : "");
      if (TermSyntax.flawOf(term, Fold::of).isEmpty() && !terms.contains(term)) {
        terms.add(term);
      }
    }
    return terms;
  }

  private static String randomText(SplittableRandom random, String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(longest + 1); n > 0; n--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static Pattern pattern(String term) {
    String start = "(?<![a-z0-9])";
    String end = "(?![a-z0-9])";
    if (term.equals("$*")) {
      return Pattern.compile(start + "\\$[a-z]{2,5}" + end);
    }
    return term.endsWith("*")
        ? Pattern.compile(start + Pattern.quote(term.substring(0, term.length() - 1)))
        : Pattern.compile(start + Pattern.quote(term) + end);
  }
}
