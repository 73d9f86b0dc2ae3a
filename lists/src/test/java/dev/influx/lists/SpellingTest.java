package dev.influx.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> KNOWN = List.of("fintech", "edtech", "healthtech");

  @ParameterizedTest
  @CsvSource({
    "fintech, fintech",
    "fintceh, fintech",
    "FINTECH, fintech",
    "fin_tech, fintech",
    "edteck, edtech",
    "heathtech, healthtech"
  })
  void namesTheWordThatWasMeant(String given, String meant) {
    assertThat(Spelling.nearest(given, KNOWN)).contains(meant);
    assertThat(Spelling.suggest(given, KNOWN)).isEqualTo("did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"politics", "x", "''"})
  void namesAllWhenNoneIsNear(String given) {
    assertThat(Spelling.nearest(given, KNOWN)).isEmpty();
    assertThat(Spelling.suggest(given, KNOWN)).isEqualTo("known are fintech, edtech, healthtech");
  }

  @Test
  void aHugeWordIsNotCompared() {
    assertThat(Spelling.nearest("fintech".repeat(1_000_000), KNOWN)).isEmpty();
  }
}
