package dev.influx.lists.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.library.Shelf;
import dev.influx.lists.rules.Answer;
import dev.influx.lists.rules.EntryThresholds;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {

  private static final String LIMITS =
      "limits: {min_iqr: 15, min_high_share: 0.1, max_flip_share: 0.3, zero_scores: yes}\n";
  private static final String NAMED =
      """
        organizations: organizations@1
        official: official@1
        risk: risk@1
        authenticity: authenticity@1
        evidence: evidence@1
        identity: identity@1
      """;

  private static final String GOOD =
      """
      id: p1
      description: One rule
      model: m0
      rules:
        thresholds:
          id: thresholds@1
          description: Reach
          verified_min_followers: 30000
          min_followers: 50000
      """
          + NAMED;

  private static final String WITH_LEXICONS =
      """
      id: p2
      description: A model that reads lexicons
      # nothing
      model: m2@2
      #
      domains: [fintech]
      rules:
        thresholds: thresholds@1
      """
          + NAMED;

  @Test
  void readsAPolicy() {
    Policy m0 = Policies.bundled().find("m0").orElseThrow();

    Policy policy = accepted(GOOD);

    assertThat(policy.id()).isEqualTo("p1");
    assertThat(policy.description()).isEqualTo("One rule");
    assertThat(policy.model()).isEqualTo(m0.model());
    assertThat(policy.fallback()).isEmpty();
    assertThat(policy.domains()).isEmpty();
    assertThat(policy.entry())
        .isEqualTo(new EntryThresholds("thresholds@1", "Reach", 30_000, 50_000));
    assertThat(policy.rules().risk()).isEqualTo(m0.rules().risk());
    assertThat(policy.allowsSimulated()).isFalse();
  }

  @Test
  void layoutAndCommentsDoNotChangeTheHash() {
    String other =
        """
        # a comment
        model: "m0"

        description: >
          One
          rule
        'id': p1
        allow_simulated: no
        rules:
          thresholds: {min_followers: 50_000, # another
            verified_min_followers: 30000, 'id': thresholds@1, description: Reach}
        """
            + NAMED;

    assertThat(accepted(other)).isEqualTo(accepted(GOOD));
  }

  @Test
  void limitsThatAreNamedTakeThePlaceOfTheUsualOnes() {
    assertThat(accepted(GOOD).limits()).isEqualTo(Limits.DEFAULT);
    assertThat(accepted(GOOD + LIMITS).limits()).isEqualTo(new Limits(15, 0.1, 0.3, Answer.YES));
  }

  @Test
  void anyChangeOfContentChangesTheHash() {
    assertThat(
            List.of(
                accepted(GOOD).sha256(),
                accepted(GOOD.replace("p1", "p2")).sha256(),
                accepted(GOOD.replace("One", "A")).sha256(),
                accepted(GOOD.replace("m0", "m2@1")).sha256(),
                accepted(GOOD + "fallback: m0\n").sha256(),
                accepted(WITH_LEXICONS).sha256(),
                accepted(WITH_LEXICONS.replace("[fintech]", "[edtech]")).sha256(),
                accepted(WITH_LEXICONS.replace("[fintech]", "[fintech, edtech]")).sha256(),
                accepted(GOOD + "allow_simulated: yes\n").sha256(),
                accepted(GOOD + LIMITS).sha256(),
                accepted(GOOD + LIMITS.replace("15", "16")).sha256(),
                accepted(GOOD.replace("30000", "30001")).sha256(),
                accepted(GOOD.replace("50000", "50001")).sha256()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: p1|id: P1|1|id is \"P1\"",
        "id: p1|id: p1@0|1|id is \"p1@0\"",
        "id: p1|id: |1|id is not text",
        "id: p1|id: 1|1|id is not text",
        "id: p1|id: no|1|id is not text",
        "id: p1|id: [p1]|1|id is not text",
        "id: p1|id: ''|1|id is \"\"",
        "id: p1|id: !!java.net.URL p1|1|Global tag is not allowed",
        "id: p1|ids: p1|1|\"ids\" is an unknown key; did you mean id?",
        "id: p1|ids: p1|1|id is missing",
        "id: p1|id: &a p1|1|the anchor \"a\"",
        "model: m0|model: ../m0|3|model is \"../m0\"",
        "model: m0|model: m2@3|3|model is \"m2@3\", and there is no models/m2@3.yml; did you mean m2@",
        "model: m0|model: m2@2|1|it has no domains, and its model reads lexicons; add domains",
        "model: m0|model: {id: m0}|3|model.parts is missing",
        "model: m0|fallback: m00|3|fallback is \"m00\", and there is no models/m00.yml; did you mean m0?",
        "id: p1|domains: [fintech]|1|domains are there, and the model reads no lexicon; remove them",
        "model: m0|allow_simulated: true|3|allow_simulated is \"true\"; write yes or no",
        "model: m0|allow_simulated: Yes|3|allow_simulated is \"Yes\"; write yes or no",
        "model: m0|allow_simulated: [yes]|3|allow_simulated is neither yes nor no; write yes or no",
        "model: m0|entry: 1|3|\"entry\" is an unknown key",
        "organizations: organizations@1|organizations: 1|10|rules.organizations is not text",
        "risk: risk@1|risk: identity@1|3|\"handle\" is an unknown key",
        "risk: risk@1|risks: risk@1|12|\"rules.risks\" is an unknown key; did you mean risk?",
        "risk: risk@1|risks: risk@1|5|rules.risk is missing; add it",
        "model: m0|id: p2|3|\"id\" is there twice",
        "model: m0|id: p2|1|model is missing",
        "model: m0|<<: {model: m0}|3|\"<<\" is an unknown key",
        "description: One rule|description: \"a\\nb\"|2|description is \"a\\u000ab\"",
        "description: One rule|description: \" \"|2|description is \"\"",
        "min_followers: 50000|min_followers: many|9|rules.thresholds.min_followers is not a whole number",
        "min_followers: 50000|min_followers: \"50000\"|9|rules.thresholds.min_followers is not a whole",
        "min_followers: 50000|min_followers: 5e4|9|rules.thresholds.min_followers is not a whole number",
        "min_followers: 50000|min_followers: 50000.0|9|rules.thresholds.min_followers is not a whole number",
        "min_followers: 50000|min_followers: -1|9|rules.thresholds.min_followers is \"-1\"; write a decimal",
        "min_followers: 50000|min_followers: 0x10|9|rules.thresholds.min_followers is \"0x10\"",
        "min_followers: 50000|min_followers: 010|9|rules.thresholds.min_followers is \"010\"",
        "min_followers: 50000|min_followers: 10000000001|9|from 1 to 10000000000",
        "min_followers: 50000|min_followers: 99999999999999999999|9|from 1 to 10000000000",
        "min_followers: 50000|min_folowers: 1|9|\"rules.thresholds.min_folowers\" is an unknown key; did you",
        "verified_min_followers: 30000|verified_min_followers: 60000|8|is above min_followers",
        "verified_min_followers: 30000|min_followers: 1|9|\"rules.thresholds.min_followers\" is there twice",
        "verified_min_followers: 30000|? [a] : b|8|a key that is no text"
      })
  void refusesAndNamesLineAndPath(String good, String bad, int line, String message) {
    List<DataFault> faults =
        refused(
            GOOD.replaceFirst("(?m)(?<=^| )" + Pattern.quote(good), Matcher.quoteReplacement(bad)));

    assertThat(faults)
        .anyMatch(fault -> fault.line() == line && fault.toString().contains(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[fintech, fintech]|6|domains[2] is of a domain that is there already",
        "[fintec]|6|domains[1] is \"fintec\", and there is no domains/fintec.yml; did you mean fintech",
        "[]|6|domains is not a list with something in it",
        "fintech|6|domains is not a list with something in it",
        "[{id: food, description: d, terms: [a]}]|6|domains[1].id is \"food\", which names no domain",
        "[{id: fintech@2, description: d, terms: []}]|6|domains[1].terms is not a list",
        "[{id: fintech@2, description: d, terms: [Bank]}]|6|domains[1].terms[1] \"Bank\" is never found"
      })
  void refusesLexiconsThatDoNotServe(String bad, int line, String message) {
    assertThat(refused(WITH_LEXICONS.replace("[fintech]", bad)))
        .singleElement()
        .matches(fault -> fault.line() == line)
        .matches(fault -> fault.toString().contains(message));
  }

  @Test
  void modelsAndLexiconsMayBeWrittenOut() {
    Policy policy = accepted(WITH_LEXICONS);
    String written =
        WITH_LEXICONS
            .replace("model: m2@2", "model: " + embedded(policy, "model"))
            .replace("[fintech]", embedded(policy, "domains"));

    assertThat(accepted(written)).isEqualTo(policy);
  }

  private static String embedded(Policy policy, String key) {
    try {
      return new ObjectMapper().readTree(policy.canonicalBytes()).get(key).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|it is empty",
        "# nothing|it is empty",
        "just text|the document is no mapping",
        "[1, 2]|the document is no mapping",
        "`id: p1\n--- \nid: p2`|it is no YAML",
        "`id: 'open`|it is no YAML",
        "`a: b: c`|it is no YAML",
        "`\tid: p1`|it is no YAML",
        "`a: *unknown`|it is no YAML"
      })
  void refusesWhatIsNoMapping(String text, String message) {
    assertThat(refused(text)).singleElement().matches(fault -> fault.what().startsWith(message));
  }

  @Test
  void reportsAllFaultsAtOnce() {
    String bad =
        """
        id: P 1
        id: p2
        modell: m0
        rules:
          thresholds:
            id: t
            verified_min_followers: -5
            min_folowers: 1
        """
            + NAMED.replace("risk@1", "risks@1");

    assertThat(refused(bad))
        .extracting(DataFault::line, DataFault::what)
        .containsExactlyInAnyOrder(
            tuple(1, "id is \"P 1\""),
            tuple(2, "\"id\" is there twice"),
            tuple(3, "\"modell\" is an unknown key"),
            tuple(1, "model is missing"),
            tuple(1, "description is missing"),
            tuple(6, "rules.thresholds.description is missing"),
            tuple(7, "rules.thresholds.verified_min_followers is \"-5\""),
            tuple(6, "rules.thresholds.min_followers is missing"),
            tuple(8, "\"rules.thresholds.min_folowers\" is an unknown key"),
            tuple(11, "rules.risk is \"risks@1\", and there is no rules/risks@1.yml"));
  }

  @Test
  void survivesHostileDocuments() {
    String deep = "a: " + "[".repeat(100_000);
    String huge = GOOD + "# " + "x".repeat(2_000_000);
    String bomb = "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n";
    String nul = "id: \u0000";
    String loop = "id: &a\n  b: *a\n";

    assertThat(List.of(deep, huge, bomb, nul, loop))
        .allSatisfy(text -> assertThat(refused(text)).isNotEmpty());
  }

  @Test
  void anyDamageIsRefusedOrReadButNeverThrown() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder(GOOD);
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        String noise = ":{}[]&*!|>'\"%@`#-? \n\tX9\u0000";
        text.setCharAt(random.nextInt(text.length()), noise.charAt(random.nextInt(noise.length())));
      }
      Reading<Policy> reading = read(text.toString());

      assertThat(reading.<Boolean>fold(p -> roundTrips(p), faults -> !faults.isEmpty()))
          .as("seed %d: %s", seed, text)
          .isTrue();
    }
  }

  private static boolean roundTrips(Policy policy) {
    return Policies.fromCanonical(policy.canonicalBytes()).fold(policy::equals, faults -> false);
  }

  private static Reading<Policy> read(String yaml) {
    return PolicyReader.read("p", new StringReader(yaml), Shelf.bundled());
  }

  private static Policy accepted(String yaml) {
    return read(yaml).orElseThrow(UnableToReadPolicyException::new);
  }

  private static List<DataFault> refused(String yaml) {
    return read(yaml)
        .fold(
            policy -> {
              throw new AssertionError("accepted " + policy);
            },
            faults -> faults);
  }
}
