package dev.influx.lists.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "AI & ML, ai & ml",
    "𝗔𝗜 ℝesearch, ai research",
    "ＦｕｌｌＷｉｄｔｈ, fullwidth",
    "ÉCOLE, école",
    "ΣΟΦΟΣ, σοφος",
    "İstanbul, i\u0307stanbul",
    "ﬁntech ①, fintech 1",
    "👩‍💻 Dev, 👩‍💻 dev"
  })
  void normalisesAndLowers(String text, String folded) {
    assertThat(Fold.of(text)).isEqualTo(folded);
  }

  @Test
  void composesAcrossTheBordersOfRuns() {
    assertThat(Fold.of("E\u0301cole")).isEqualTo("\u00e9cole");
    assertThat(Fold.of("a\u0323\u0302 b")).isEqualTo("\u1ead b");
    assertThat(Fold.of("\u1112\u1161\u11ab")).isEqualTo("\ud55c");
    assertThat(Fold.of("\ud558\u11ab")).isEqualTo("\ud55c");
  }

  /** The platform's normaliser is the reference; the short cuts must never show. */
  @Test
  void isWhatThePlatformMakesOfAnyText() {
    for (long seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = randomText(random);
      String expected = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);

      assertThat(Fold.of(text)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void isWhatThePlatformMakesOfEveryCharacterInCompany() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = "Ae" + Character.toString(c) + "\u0301x" + Character.toString(c);
      String expected = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);

      assertThat(Fold.of(text)).as("U+%04X", c).isEqualTo(expected);
    }
  }

  private static String randomText(SplittableRandom random) {
    int[] starts = {0x20, 0xA0, 0x300, 0x370, 0x590, 0x900, 0xAC00, 0x1100, 0x2000, 0x3040, 0xD800};
    int[] farStarts = {0xF900, 0xFE00, 0x110B0, 0x1D400, 0x1F300, 0x2F800, 0xE0100};
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n > 0; n--) {
      int start =
          random.nextInt(3) > 0
              ? starts[random.nextInt(starts.length)]
              : farStarts[random.nextInt(farStarts.length)];
      int c = start + random.nextInt(0x60);
      text.append(Character.isBmpCodePoint(c) ? "" + (char) c : Character.toString(c));
    }
    return text.toString();
  }
}
