package dev.influx.scorer.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
  private static final String ENGLISH = "I write about rivers and the people who live beside them";

  private final LanguageDetector detector = LanguageDetector.bundled();

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "\uD83D", "\uDE80\uD83D", "🚀🚀🚀", "\u0000", "Hello, world!"})
  void saysSoWhenABioTellsNothing(String bio) {
    assertThat(detector.primaryOf(bio)).isEqualTo(LanguageDetector.UNDETERMINED);
  }

  @Test
  void countsLettersOfEveryScriptAlike() {
    String korean = "서울에서활동하는사진작가입니다골목과사람들";

    assertThat(detector.primaryOf(korean.substring(0, 19))).isEqualTo("und");
    assertThat(detector.primaryOf(korean.substring(0, 20))).isEqualTo("ko");
    assertThat(detector.primaryOf(ENGLISH.replace(" ", "").substring(0, 19))).isEqualTo("und");
  }

  @ParameterizedTest
  @CsvSource({
    "Ich schreibe über Züge und Käse #books #coffee #travel @the_english_paper, de",
    "https://the-english-paper.example/about-us Ich schreibe über Züge und Käse, de",
    "Ich schreibe über Züge und Käse 🚀🚀🚀 mail@the-english-paper.example, de",
    "𝗜 𝘄𝗿𝗶𝘁𝗲 𝗮𝗯𝗼𝘂𝘁 𝗿𝗶𝘃𝗲𝗿𝘀 𝗮𝗻𝗱 𝘁𝗵𝗲 𝗽𝗲𝗼𝗽𝗹𝗲 𝘄𝗵𝗼 𝗹𝗶𝘃𝗲 𝗯𝗲𝘀𝗶𝗱𝗲 𝘁𝗵𝗲𝗺, en",
    "Chairman & CEO & CTO & CFO | NYC & LDN & TYO | MBA & CFA & PhD, und"
  })
  void looksOnlyAtWhatIsLanguage(String bio, String language) {
    assertThat(detector.primaryOf(bio)).isEqualTo(language);
  }

  @Test
  void isNotConfusedByHalvesOfSurrogatePairs() {
    assertThat(detector.primaryOf("\uDE80" + ENGLISH + "\uD83D")).isEqualTo("en");
  }

  @Test
  void looksAtTheBeginningOfALongText() {
    String long10k = (ENGLISH + ". ").repeat(200).substring(0, 10_000);

    assertThat(detector.primaryOf(long10k)).isEqualTo("en");
    assertThat(Prose.of("a b ".repeat(2_500)).text()).hasSizeLessThanOrEqualTo(1_000);
  }

  @Test
  void hasAnAnswerForAnyText() {
    Set<String> codes = Set.of(Locale.getISOLanguages());
    for (long seed = 0; seed < 3_000; seed++) {
      String bio = hostile(new Random(seed));
      String told = detector.primaryOf(bio);
      assertThat(told.equals("und") || codes.contains(told)).as("seed %d", seed).isTrue();
      assertThat(detector.primaryOf(new String(bio.toCharArray())))
          .as("seed %d", seed)
          .isEqualTo(told);
    }
  }

  @Test
  void tellsManyThreadsAtOnceWhatItTellsOne() throws IOException {
    List<LabelledBio> bios = LabelledBio.all();
    List<String> alone = bios.stream().map(bio -> detector.primaryOf(bio.text())).toList();

    assertThat(
            IntStream.range(0, 40 * bios.size())
                .parallel()
                .mapToObj(i -> detector.primaryOf(bios.get(i % bios.size()).text()))
                .toList())
        .isEqualTo(Stream.generate(() -> alone).limit(40).flatMap(List::stream).toList());
  }

  private static String hostile(Random random) {
    return IntStream.range(0, random.nextInt(200))
        .mapToObj(i -> piece(random))
        .collect(Collectors.joining());
  }

  private static String piece(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> String.valueOf((char) random.nextInt(Character.MAX_VALUE + 1));
      case 1 -> String.valueOf((char) (' ' + random.nextInt(95)));
      case 2 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
      case 3 ->
          List.of("@", "#", "a.b", "://", "\u200F", "\u0301", "http://").get(random.nextInt(7));
      default -> "word ";
    };
  }
}
