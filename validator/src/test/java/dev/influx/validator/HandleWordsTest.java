package dev.influx.validator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandleWordsTest {

  @ParameterizedTest
  @CsvSource({
    "openai, openai",
    "OpenAI, open ai",
    "GoogleAI, google ai",
    "MIT_CSAIL, mit csail",
    "XMLHttpLab, xml http lab",
    "G2esports, g 2 esports",
    "_rockt, rockt",
    "__, ''",
    "a__b, a b",
    "Labs_, labs",
    "'', ''"
  })
  void wordsBeginAtCapitalsDigitsAndUnderscores(String handle, String words) {
    assertThat(HandleWords.of(handle)).isEqualTo(words);
  }
}
