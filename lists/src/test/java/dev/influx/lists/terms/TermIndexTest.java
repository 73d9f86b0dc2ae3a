package dev.influx.lists.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  @ParameterizedTest
  @CsvSource({
    "ai, éai, false",
    "ai, aié, false",
    "ai, 'é ai', true",
    "ai, ai_lab, true",
    "ai, ai2, false",
    "ai, 𝟐ai, false",
    "ai, 𐐨ai, false",
    "ai, 😀ai😀, true",
    "ai, 日本のai研究, true",
    "ai, 한국ai연구, true",
    "ai, サーai, true",
    "école, l'école, true",
    "école, écoles, false",
    "école, 小école小, true",
    "公式, 株式会社公式アカウント, true",
    "公式, x公式x, true",
    "公式, 公, false",
    "アカウント, 公式アカウントです, true",
    "공식, 비공식적, true",
    "บัญชี, xบัญชีx, true",
    "x公, x公y, true",
    "x公, ax公, false",
    "компани*, компания, true",
    "компани*, акомпания, false",
    "𠮷, a𠮷b, true",
    "$*, $btc, true",
    "$*, $btcoin, false"
  })
  void findsTermsBetweenTheWordBoundariesOfAnyScript(String term, String text, boolean there) {
    TermIndex.Found found = TermIndex.ofWords(List.of(List.of(term))).find(text);

    assertThat(found.terms(0, true).contains(term)).isEqualTo(there);
  }

  @Test
  void keepsTheOrderOfTheListsWhateverTheScript() {
    TermIndex index = TermIndex.ofWords(List.of(List.of("é", "a", "日", "b"), List.of("日", "c")));

    TermIndex.Found found = index.find("b 日 a é");

    assertThat(found.terms(0, true)).containsExactly("é", "a", "日", "b");
    assertThat(found.terms(1, true)).containsExactly("日");
    assertThat(found.count(0)).isEqualTo(4);
    assertThat(found.count(1)).isEqualTo(1);
  }

  /** One pattern for each term is the reference here too. */
  @Test
  void agreesWithRegularExpressionsInAnyScript() {
    for (long seed = 0; seed < 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> terms =
          Stream.generate(() -> randomText(random, "ab1éж日 ", 4).strip())
              .limit(random.nextInt(60))
              .filter(term -> TermSyntax.flawOf(term, Fold::of).isEmpty())
              .distinct()
              .toList();
      String text = randomText(random, "ab1$ éж日の*", 30);
      TermIndex.Found found = TermIndex.ofWords(List.of(terms)).find(text);

      assertThat(found.terms(0, true))
          .as("seed %d: %s in %s", seed, terms, text)
          .isEqualTo(
              terms.stream()
                  .filter(term -> patternOfAnyScript(term).matcher(text).find())
                  .toList());
    }
  }

  private static Pattern patternOfAnyScript(String term) {
    String noBlanks = "[\\p{IsHan}\\p{IsHiragana}]";
    String word = "[\\p{L}\\p{Nd}&&[^\\p{IsHan}\\p{IsHiragana}]]";
    String start = term.matches(noBlanks + ".*") ? "" : "(?<!" + word + ")";
    String end = term.matches(".*" + noBlanks) ? "" : "(?!" + word + ")";
    return Pattern.compile(start + Pattern.quote(term) + end);
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
