package dev.influx.lists.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermSyntaxTest {

  @ParameterizedTest
  @ValueSource(strings = {"ai", "a.i.", "$*", "cardiolog*", "partner @", "日本", "école", "i\u0307"})
  void acceptsWhatCanBeFound(String term) {
    assertThat(TermSyntax.flawOf(term, Fold::of)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AI, 'is never found: texts are folded first', write ai",
    "ﬁntech, 'is never found: texts are folded first', write fintech",
    "e\u0301, 'is never found: texts are folded first', write \u00e9",
    "..., 'has no letter and no digit', 'write a word, or $* for cashtags'",
    "*, 'has no letter and no digit', 'write a word, or $* for cashtags'",
    "👍, 'has no letter and no digit', 'write a word, or $* for cashtags'",
    "a*b, 'has a * that is not at the end', 'move it there, or remove it'",
    "a**, 'has a * that is not at the end', 'move it there, or remove it'"
  })
  void refusesWhatCanNot(String term, String what, String remedy) {
    assertThat(TermSyntax.flawOf(term, Fold::of)).contains(new TermSyntax.Flaw(what, remedy));
  }
}
