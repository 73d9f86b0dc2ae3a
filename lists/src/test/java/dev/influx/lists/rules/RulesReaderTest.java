package dev.influx.lists.rules;

import static dev.influx.lists.rules.TestingRules.SOUND;
import static dev.influx.lists.rules.TestingRules.faultsOf;
import static dev.influx.lists.rules.TestingRules.faultsWith;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.canonical.CanonicalJson;
import dev.influx.lists.rules.RiskRules.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RulesReaderTest {

  @Test
  void readsEveryRule() {
    Rules rules = TestingRules.read(SOUND);

    assertThat(rules.thresholds())
        .isEqualTo(new EntryThresholds("thresholds@1", "Reach.", 30_000, 50_000));
    assertThat(rules.organizations())
        .isEqualTo(
            new Weighing(
                "organizations@1",
                "Organizations.",
                1.5,
                List.of("business", "government"),
                Optional.of(new Weighing.Known(2, List.of("github", "openai"))),
                Optional.of(
                    new Weighing.PersonalName(
                        -0.6, new GivenNames("given_names@1", "Names.", List.of("ada", "åsa")))),
                Optional.of(1.0),
                List.of(
                    new Signal(
                        "bio_company",
                        Field.BIO,
                        0.7,
                        List.of("our mission", "our customers", "公司"),
                        List.of(new Phrase("account", "official\\s+(\\w+\\s+){0,3}account"))),
                    new Signal("bio_person", Field.BIO, -1, List.of("my views"), List.of())),
                List.of("octocat")));
    assertThat(rules.official().known()).isEmpty();
    assertThat(rules.risk().categories())
        .extracting(RiskRules.Category::severity)
        .containsExactly(Severity.EXCLUDE, Severity.REVIEW);
    assertThat(rules.authenticity().sequentialIds().curve().points())
        .contains(new Point(12, Instant.parse("2006-03-21T20:50:14Z")));
    assertThat(rules.authenticity().copies().sameSecond()).isEqualTo(Answer.YES);
    assertThat(rules.evidence().schemes()).containsExactly("https", "file");
    assertThat(rules.identity().allowProtected()).isEqualTo(Answer.NO);
  }

  @Test
  void readsItsCanonicalFormBack() {
    Rules rules = TestingRules.read(SOUND);
    String canonical = new String(CanonicalJson.bytes(rules), UTF_8);

    assertThat(TestingRules.read(canonical)).isEqualTo(rules);
    assertThat(canonical)
        .contains("\"copies\":{\"numbers_from_tweets\":100,\"same_second\":\"yes\"}")
        .contains("\"own_affiliation\":1,\"personal_name\":{\"given_names\":{")
        .contains("\"points\":[\"12 2006-03-21T20:50:14Z\",\"783214 2007-02-20T14:35:54Z\"]")
        .contains("\"severity\":\"exclude\"")
        .contains("\"where\":\"bio\"");
  }

  @Test
  void reportsAllFaultsOfAllRulesAtOnce() {
    String bad =
        SOUND
            .replace("min_followers: 50000", "min_followers: 0")
            .replace("threshold: 1.5", "threshold: 0")
            .replace("severity: review", "severity: reviewed")
            .replace("midnight: 0.5", "midnight: 2")
            .replace("schemes: [https, file]", "scheme: [https]")
            .replace("allow_protected: no", "allow_protected: false");

    assertThat(faultsOf(bad))
        .containsExactly(
            "r:5: thresholds.min_followers is \"0\"; write a decimal number from 1 to 10000000000",
            "r:9: organizations.threshold is \"0\"; write a number above 0, in 15 digits",
            "r:45: risk.categories[controversy].severity is \"reviewed\"; did you mean review?",
            "r:74: authenticity.weights.midnight is \"2\"; write a number above 0, at most 1, in 15"
                + " digits",
            "r:80: evidence.schemes is missing; add it",
            "r:82: \"evidence.scheme\" is an unknown key; did you mean schemes?",
            "r:89: identity.allow_protected is \"false\"; write yes or no");
  }

  @Test
  void knowsItsParts() {
    assertThat(faultsWith("official:\n", "oficial:\n"))
        .containsExactly(
            "r:1: official is missing; add it",
            "r:29: \"oficial\" is an unknown key; did you mean official?");
  }

  @Test
  void namesWhatIsNotThere() {
    String named = SOUND.substring(SOUND.indexOf("organizations:"));

    assertThat(faultsOf("thresholds: thresholds@9\n" + named))
        .containsExactly(
            "r:1: thresholds is \"thresholds@9\", and there is no rules/thresholds@9.yml; did you"
                + " mean thresholds@1?");
  }

  @Test
  void anyDamageIsRefusedOrReadButNeverThrown() {
    for (long seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder(SOUND);
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        String noise = ":{}[]&*!|>'\"%@`#-? \n\tX9\u0000(\\+";
        text.setCharAt(random.nextInt(text.length()), noise.charAt(random.nextInt(noise.length())));
      }

      assertThat(faultsOf(text.toString())).as("seed %d", seed).isNotNull();
    }
  }
}
