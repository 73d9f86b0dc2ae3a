package dev.influx.validator;

import static dev.influx.validator.TestingAuthors.codes;
import static dev.influx.validator.TestingAuthors.codesOfBio;
import static dev.influx.validator.TestingAuthors.findings;
import static dev.influx.validator.TestingAuthors.observed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.RawProfile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do to words so that no filter finds them. */
class HostileTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Official account of the city",
        "OFFICIAL ACCOUNT",
        "оfficial ассоunt of the city",
        "Ｏｆｆｉｃｉａｌ　ａｃｃｏｕｎｔ",
        "𝐎𝐟𝐟𝐢𝐜𝐢𝐚𝐥 𝓪𝓬𝓬𝓸𝓾𝓷𝓽",
        "Of\u200Bfi\u200Dcial\u2060 acc\u00ADount",
        "Official\u00A0\u00A0account",
        "Official\naccount",
        "O\u0336f\u0336f\u0336i\u0336c\u0336i\u0336a\u0336l\u0336 account",
        "ⓞⓕⓕⓘⓒⓘⓐⓛ account",
        "🚀🚀🚀official account🚀🚀🚀",
        "官方账号",
        "北京大学官方账号。",
        "これは公式アカウントです",
        "Cuenta oficial del club"
      })
  void officialAccountsAreFoundWhateverTheirLetters(String bio) {
    assertThat(codes(anonymous(bio))).contains("official_account");
  }

  private static RawProfile anonymous(String bio) {
    return observed(profile -> profile.setName("kelvinworks").setDescription(bio));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unofficial accountant",
        "biofficial accounts",
        "official accounting",
        "офис, аккаунт, сор",
        "officialaccount",
        "حسابالحساب الرسمي للنادي"
      })
  void wordsThatHoldTheLettersAreOthers(String bio) {
    assertThat(codes(anonymous(bio))).doesNotContain("official_account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onlyfans", "see my onlyfans", "onlyfans!", "(onlyfans)", "🔥onlyfans🔥"})
  void termsAreFoundAtTheEndsOfAText(String bio) {
    assertThat(codesOfBio(bio)).contains("risk_nsfw");
  }

  @Test
  void aNameOfTenThousandCharactersIsLookedAtAndCutWhereItIsShown() {
    String name = "news ".repeat(2_000);
    assertThat(findings(observed(profile -> profile.setName(name))))
        .allSatisfy(finding -> assertThat(finding.getEvidence()).hasSizeLessThan(500));
    assertThat(codes(observed(profile -> profile.setName(name)))).containsExactly("organization");
    assertThat(codes(observed(profile -> profile.setHandle("a".repeat(10_000)))))
        .containsExactly("bad_identity");
  }

  @Test
  void aWallOfEmojiSaysNothing() {
    assertThat(codesOfBio("👩‍💻🏳️‍🌈🇺🇦🔥".repeat(1_000))).isEmpty();
  }

  @Test
  void nothingThatPeopleWriteStopsTheGates() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      String text = text(random);
      List<String> once = codesOfBio(text);
      assertThat(codesOfBio(text)).as("seed %d", seed).isEqualTo(once);
    }
  }

  private static String text(Random random) {
    List<String> pieces =
        List.of(
            "official ",
            "account",
            "\u200B",
            "\uD83D",
            "\uDC69",
            "а",
            "ο",
            "Ｆ",
            "ﬁ",
            "公式",
            "ไทย",
            "\u0301",
            "\u202E",
            "nsfw ",
            "18+ ",
            "\t\n",
            "ß",
            "İ",
            "x".repeat(500),
            "🔥");
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
