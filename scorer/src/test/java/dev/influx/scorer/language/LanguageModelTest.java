package dev.influx.scorer.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ngram.NGramCharModel;
import org.junit.jupiter.api.Test;

/** Our evaluation of the model against OpenNLP's own. */
class LanguageModelTest {
  private final LanguageModel ours = LanguageModel.load();
  private final MaxentModel theirs = theirs();

  @Test
  void weighsTextsAsOpenNlpDoes() throws IOException {
    for (LabelledBio bio : LabelledBio.all()) {
      assertSame(Prose.of(bio.text()).text());
    }
  }

  @Test
  void weighsAnyTextAsOpenNlpDoes() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int[] characters = random.ints(random.nextInt(60), 1, 0x3000).toArray();
      assertSame(new String(characters, 0, characters.length));
    }
  }

  @Test
  void everyPublishedLanguageIsOneThatTheModelKnows() {
    assertThat(Languages.told()).isSubsetOf(ours.languages());
  }

  @Test
  void everyPublishedCodeIsIso6391() {
    Set<String> codes = new HashSet<>(Arrays.asList(Languages.published(ours.languages())));

    assertThat(codes).contains((String) null);
    codes.remove(null);
    assertThat(codes)
        .hasSizeGreaterThan(50)
        .isSubsetOf(Locale.getISOLanguages())
        .contains(
            "en", "es", "pt", "fr", "de", "it", "nl", "ja", "zh", "ko", "ru", "ar", "tr", "hi");
  }

  private void assertSame(String text) {
    double[] expected = theirs.eval(grams(text));
    double[] evidence = ours.evidence(text);
    double total = Arrays.stream(evidence).map(StrictMath::exp).sum();
    for (int i = 0; i < evidence.length; i++) {
      assertThat(StrictMath.exp(evidence[i]) / total)
          .as("%s for %s", ours.languages()[i], text)
          .isCloseTo(expected[theirs.getIndex(ours.languages()[i])], within(1e-6));
    }
  }

  private static String[] grams(String text) {
    NGramCharModel grams = new NGramCharModel();
    if (!text.isEmpty()) {
      grams.add(text, 1, 3);
    }
    return StreamSupport.stream(grams.spliterator(), false)
        .map(Object::toString)
        .toArray(String[]::new);
  }

  private static MaxentModel theirs() {
    try (InputStream file = LanguageModelTest.class.getResourceAsStream("/langdetect-183.bin")) {
      return new LanguageDetectorModel(file).getMaxentModel();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
