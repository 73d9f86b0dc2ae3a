package dev.influx.validator;

import static dev.influx.validator.TestingAuthors.codesOfBio;
import static dev.influx.validator.TestingAuthors.judge;
import static dev.influx.validator.TestingAuthors.observed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18+ nsfw, links below | risk_nsfw",
        "My onlyfans is free this week | risk_nsfw",
        "U.S. Senator for Ohio | risk_political_office",
        "Member of Parliament, Leeds | risk_political_office",
        "Diputada por Sevilla | risk_political_office",
        "100% follow back | risk_spam",
        "Cheap followers, fast | risk_spam",
        "Proud white nationalist | risk_hate",
        "Guaranteed profits, ask me how | risk_scam",
        "Crypto recovery, 24/7. WhatsApp: +1 | risk_scam"
      })
  void whatIsSaidPlainlyExcludes(String bio, String code) {
    assertThat(judge(observed(profile -> profile.setDescription(bio))))
        .isInstanceOf(Verdict.Rejected.class);
    assertThat(codesOfBio(bio)).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dm for promo",
        "Follow me for a cookie",
        "I write about scams and how to spot them",
        "Former U.S. Senator for Ohio",
        "Reporter, covers the Prime Minister of Canada",
        "Historian of national socialism, author",
        "Fighting white supremacist networks, researcher",
        "WILL NEVER DM YOU FOR MONEY. Be careful of impersonators",
        "Escort carriers and other ships",
        "Sometimes nsfw",
        "Minister to my cats",
        "Essex, Middlesex and Sussex. Grape nuts. Therapist.",
        "President of Y Combinator",
        "Agent 1488b"
      })
  void aBarePhraseDoesNot(String bio) {
    assertThat(codesOfBio(bio)).isEmpty();
  }

  @Test
  void digitsAtTheEndOfANameAreNoRisk() {
    assertThat(TestingAuthors.codes(observed(profile -> profile.setHandle("grace84723910"))))
        .isEmpty();
  }

  @Test
  void someRisksAreForAPersonToLookAt() {
    assertThat(judge(observed(profile -> profile.setDescription("Controversial since 1999"))))
        .isEqualTo(
            new Verdict.Accepted(
                List.of(
                    new Finding(
                        "risk_controversy",
                        "risk@1.controversy.says_it",
                        "bio: \"controversial\"; weighs 1"))));
  }

  @Test
  void twoOfThemExclude() {
    Verdict verdict =
        judge(
            observed(
                profile -> profile.setName("Elon Musk").setDescription("Most hated man here")));
    assertThat(verdict.<List<Finding>>fold(flags -> List.of(), refused -> refused)).hasSize(2);
  }
}
