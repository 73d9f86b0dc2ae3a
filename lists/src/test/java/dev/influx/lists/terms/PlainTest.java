package dev.influx.lists.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainTest {

  private static final long SEEDS = 10_000;
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[A-Z\\p{Cf}\\p{Cc}\\p{Cs}\\uFE00-\\uFE0F\\u034F]|  |[^\\S ]|[a-z][\\p{Mn}&&[\\u0300-\\uFFFF]]");

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'',''",
        "Official ACCOUNT,official account",
        "ＯＦＦＩＣＩＡＬ,official",
        "𝓞𝓯𝓯𝓲𝓬𝓲𝓪𝓵,official",
        "o\u200Bf\u200Df\u00ADi\u2060c\uFEFFial,official",
        "\u202Elaiciffo\u202C,laiciffo",
        "of\uFE0Ffi\uDB40\uDC41cial,official",
        "o\u034Ffficial,official",
        "'a\u00A0 \u3000\tb',a b",
        "'line\none',line one",
        "'a  b ',a b ",
        "🅾🅵🅵🅸🅲🅸🅰🅻,official",
        "🅞🅕🅕🅘🅒🅘🅐🅛,official",
        "🄾🄵🄵🄸🄲🄸🄰🄻,official",
        "ᴏꜰꜰɪᴄɪᴀʟ,official",
        "İSTANBUL,istanbul",
        "o̶f̶f̶i̶ ̶c̶i̶a̶l̶,offi cial",
        "O\u0301ffıcial,\u00f3fficial",
        "école,école",
        "оffісіаl,official",
        "ОFFIСIАL,official",
        "АССОUNТ,account",
        "ΝEWS,news",
        "сео,ceo",
        "сео2,ceo2",
        "CЕО,ceo",
        "Ꭺccount,account",
        "օfficial,official",
        "официальный сайт,официальный сайт",
        "Москва,москва",
        "МОСКВА,москва",
        "он и я с ним,он и я с ним",
        "Ελληνικά νέα,ελληνικά νέα",
        "й и\u0306,й й",
        "公式アカウント,公式アカウント",
        "ｱｶｳﾝﾄ,アカウント",
        "हिन्दी,हिन्दी",
        "👩‍💻 dev,👩💻 dev",
        "🇺🇸 CEO,🇺🇸 ceo",
        "web3а,web3a"
      })
  void isWhatAReaderSees(String text, String plain) {
    assertThat(Plain.of(text)).isEqualTo(plain);
  }

  @Test
  void aCleanTextIsTheSameObject() {
    String clean = "official account of nobody. 100% https://example.org/a_b";

    assertThat(Plain.of(clean)).isSameAs(clean);
  }

  @Test
  void everyCharacterIsPlainAfterOnePass() {
    IntStream firstPlane = IntStream.range(0, 0x10000);
    IntStream framesAndEmoji = IntStream.range(0x1D000, 0x20000);
    IntStream tags = IntStream.range(0xE0000, 0xE1000);

    assertThat(IntStream.concat(firstPlane, IntStream.concat(framesAndEmoji, tags)))
        .filteredOn(c -> !isPlainAfterOnePass(inCompany(one(c))))
        .isEmpty();
  }

  @Test
  void anyTextIsPlainAfterOnePass() {
    assertThat(LongStream.range(0, SEEDS))
        .as("seeds of texts")
        .filteredOn(seed -> !isPlainAfterOnePass(hostile(new SplittableRandom(seed))))
        .isEmpty();
  }

  @Test
  void nothingInvisibleIsLeftAndNoBlankStandsByAnother() {
    assertThat(LongStream.range(0, SEEDS))
        .as("seeds of texts")
        .filteredOn(seed -> HIDDEN.matcher(Plain.of(hostile(new SplittableRandom(seed)))).find())
        .isEmpty();
  }

  private static String inCompany(String one) {
    return "Ae" + one + "\u0301x" + one + " " + one + "\u0301" + one;
  }

  private static boolean isPlainAfterOnePass(String text) {
    String plain = Plain.of(text);
    return Plain.of(plain).equals(plain);
  }

  private static String hostile(SplittableRandom random) {
    int[] starts = {
      0x20, 0x40, 0x60, 0xA0, 0x130, 0x250, 0x300, 0x340, 0x370, 0x390, 0x3B0, 0x410, 0x430, 0x450,
      0x560, 0x5D0, 0x640, 0x900, 0xE20, 0x1100, 0x1160, 0x11A0, 0x13A0, 0x1D00, 0x1E00, 0x1F00,
      0x2000, 0x2060, 0x20D0, 0x2100, 0x2460, 0x3000, 0x3040, 0x3130, 0xA640, 0xA720, 0xAB70,
      0xAC00, 0xD800, 0xDB40, 0xDC00, 0xFB00, 0xFE00, 0xFF20, 0xFFA0, 0x1D160, 0x1D400, 0x1F130,
      0x1F160, 0x1F1E0, 0x1F600, 0xE0000, 0xE0100
    };
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(16); n > 0; n--) {
      text.append(one(starts[random.nextInt(starts.length)] + random.nextInt(0x30)));
    }
    return text.toString();
  }

  private static String one(int c) {
    return Character.isBmpCodePoint(c) ? String.valueOf((char) c) : Character.toString(c);
  }

  @Test
  void halvesOfPairsDoNotFindEachOther() {
    assertThat(Plain.of("\uDB40\u200D\uDC41")).isEqualTo("\uFFFD\uFFFD");
    assertThat(Plain.of("\uDB40\uDB40\uDC41\uDC41")).isEqualTo("\uFFFD\uFFFD");
    assertThat(Plain.of("a\uD83D")).isEqualTo("a\uFFFD");
  }

  @Test
  void takesTextsOfAnyLength() {
    assertThat(Plain.of("ф\u0301\u200B".repeat(10_000)).equals("ф\u0301".repeat(10_000))).isTrue();
    assertThat(Plain.of("o" + "\u0336".repeat(10_000) + "k")).isEqualTo("ok");
    assertThat(Plain.of(" ".repeat(10_000))).isEqualTo(" ");
  }
}
