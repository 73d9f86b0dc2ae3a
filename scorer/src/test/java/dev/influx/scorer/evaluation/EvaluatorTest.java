package dev.influx.scorer.evaluation;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.lists.rules.EntryThresholds;
import dev.influx.lists.rules.Rules;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Contribution;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RateBasis;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Sample;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.ToldLanguage;
import dev.influx.scorer.Authors;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.language.LanguageDetector;
import dev.influx.scorer.model.Explanation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
  private static final Policy M0 = Policies.bundled().find("m0").orElseThrow();
  private static final Lineage HERE = new Lineage("raw", 2, 77L);

  private final Evaluator evaluator = Evaluator.of(M0);

  @Test
  void anAcceptedAuthorCarriesEverythingTheScoreRestsOn() {
    RawProfile seen = Authors.seen("7", NOON, 100_000L, 3_653L);

    ScoredProfile scored = accepted(seen);

    assertThat(scored.getScore().getTotal()).isEqualTo(50.0);
    assertThat(scored.getScore().getVersion()).isEqualTo("m0");
    assertThat(scored.getScore().getQuality()).isNull();
    assertThat(scored.getScore().getContributions())
        .containsExactly(
            new Contribution("reach.followers", 40.0), new Contribution("reach.badge", 10.0));
    assertThat(scored.getActivity().getTweetsPerDay()).isEqualTo(3_653 / 3_652.0);
    assertThat(scored.getActivity().getTweetsPerDayBasis()).isEqualTo(RateBasis.LIFETIME);
    assertThat(scored.getPolicy().getSha256().bytes()).isEqualTo(M0.sha256().bytes());
    assertThat(scored.getLineage()).isEqualTo(HERE);
    assertThat(scored.getSources()).isEqualTo(seen.getSources());
    assertThat(scored.getObservedAt()).isEqualTo(NOON);
  }

  /** As they stand in the topic of accepted authors, which does not carry the samples. */
  @Test
  void anAuthorIsJudgedAlikeBySamplesAndByThePaceThatTheyGave() {
    RawProfile now = Authors.seen("7", NOON, 100_000L, 3_653L);
    Sample before = new Sample(NOON.minus(Duration.ofDays(20)), 3_000L, 90_000L);
    History history = new History(now, HERE, List.of(before), Optional.empty(), List.of());
    Evaluator m2 = Evaluator.withoutLanguages(Policies.bundled().theDefault());

    Judgement judgement = m2.judge(history);
    ScoredProfile scored = judgement.fold(accepted -> accepted, rejected -> null);

    assertThat(scored.getActivity().getTweetsPerDayBasis()).isEqualTo(RateBasis.WINDOW);
    assertThat(m2.judge(history(now), scored.getActivity())).isEqualTo(judgement);
  }

  @Test
  void anAcceptedAuthorCarriesTheLanguageOfTheBio() {
    RawProfile seen = Authors.seen("7", NOON, 100_000L, 3_653L);
    RawProfile german = Authors.writing("Ich schreibe über Züge, Daten und Käse", seen);

    assertThat(accepted(german).getLangPrimary()).isEqualTo("de");
    assertThat(accepted(seen).getLangPrimary()).isEqualTo("und");
    assertThat(judge(Evaluator.withoutLanguages(M0), german))
        .isEqualTo(
            new Judgement.Accepted(
                ScoredProfile.newBuilder(accepted(german)).setLangPrimary(null).build()));
  }

  @ParameterizedTest
  @CsvSource({"0, it", "-1, de"})
  void aLanguageThatWasToldByTheSameDetectorIsNotToldAgain(int older, String expected) {
    RawProfile german =
        Authors.writing(
            "Ich schreibe über Züge, Daten und Käse", Authors.seen("7", NOON, 100_000L, 3_653L));
    ToldLanguage told = new ToldLanguage("it", LanguageDetector.VERSION + older);
    Judgement judgement =
        Evaluator.of(M0).judge(new History(german, HERE, List.of(), Optional.of(told), List.of()));

    assertThat(judgement.language()).contains(new ToldLanguage(expected, LanguageDetector.VERSION));
  }

  @Test
  void aRejectedAuthorCarriesEveryFindingAndTheScore() {
    RejectedProfile rejected = rejected(Authors.seen("7", NOON, 29_000L, 1L));

    assertThat(rejected.getFindings())
        .containsExactly(
            new Finding(
                "below_entry_threshold",
                "entry.verified_min_followers",
                "1,000 followers short of the entry threshold"));
    assertThat(rejected.getScore().getRounded()).isEqualTo(39.2);
    assertThat(rejected.getHandle()).isEqualTo("author_7");
  }

  @Test
  void anAuthorWhoIsGoneIsRejectedWithTheReasonAndWithoutAScore() {
    RejectedProfile rejected = rejected(Authors.gone("7", NOON, Availability.SUSPENDED));

    assertThat(rejected.getFindings())
        .extracting(Finding::getCode)
        .containsExactly("unavailable_suspended");
    assertThat(rejected.getScore()).isNull();
    assertThat(rejected.getProfile()).isNull();
  }

  @Test
  void whoCannotBeScoredIsNotLetIn() {
    Policy open = withEntry(M0, new EntryThresholds("open", "Nobody is kept out.", 0, 0));
    RawProfile unknown = Authors.seen("7", NOON, null, 1L);

    RejectedProfile rejected = ((Judgement.Rejected) judge(Evaluator.of(open), unknown)).profile();

    assertThat(rejected.getFindings()).isNotEmpty();
    assertThat(rejected.getScore()).isNull();
    assertThat(Evaluator.of(open).explain(history(unknown))).isEmpty();
  }

  @Test
  void whomTheModelCannotScoreTheFallbackDoesIfThePolicyNamesOne() {
    Policy m21 = Policies.bundled().find("m2@1").orElseThrow();
    Policy policy =
        Policy.of(
            new Policy.Content(
                "both",
                "m0, else m2@1",
                M0.model(),
                Optional.of(m21.model()),
                List.of(),
                M0.rules(),
                Optional.empty()));
    Evaluator both = Evaluator.of(policy);
    RawProfile unknown = Authors.seen("7", NOON, null, 1L);

    RejectedProfile rejected = ((Judgement.Rejected) judge(both, unknown)).profile();

    assertThat(rejected.getScore().getVersion()).isEqualTo("m2@1");
    assertThat(both.explain(history(unknown)).orElseThrow().score()).isEqualTo(rejected.getScore());
    assertThat(accepted(both, Authors.seen("7", NOON, 100_000L, 1L)).getScore().getVersion())
        .isEqualTo("m0");
  }

  @Test
  void theHistoryGivesTheRateThatIsScoredAndExplained() {
    Evaluator m22 = Evaluator.of(Policies.bundled().theDefault());
    RawProfile before = Authors.seen("7", NOON.minus(Duration.ofDays(10)), 100_000L, 10L);
    RawProfile now = Authors.seen("7", NOON, 100_000L, 20L);
    History first = History.observe(Optional.empty(), before, HERE).history().orElseThrow();
    History both = History.observe(Optional.of(first), now, HERE).history().orElseThrow();

    assertThat(frequency(m22, both).value()).contains("1 (window of the last 30 days)");
    assertThat(frequency(m22, both).points()).isCloseTo(.5 * 0.3 * 40 * 1.2, within(1e-9));
    assertThat(frequency(m22, first).value()).contains("0.00 (lifetime of the account)");
  }

  private static Explanation.Line frequency(Evaluator evaluator, History history) {
    return evaluator.explain(history).orElseThrow().lines().stream()
        .filter(line -> line.term().equals("frequency"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobodyWhoIsGoneIsExplained() {
    assertThat(evaluator.explain(history(Authors.gone("7", NOON, Availability.DELETED)))).isEmpty();
  }

  private static Policy withEntry(Policy policy, EntryThresholds entry) {
    Rules rules = policy.rules();
    return Policy.of(
        new Policy.Content(
            policy.id(),
            policy.description(),
            policy.model(),
            policy.fallback(),
            policy.domains(),
            new Rules(
                entry,
                rules.organizations(),
                rules.official(),
                rules.risk(),
                rules.authenticity(),
                rules.evidence(),
                rules.identity()),
            policy.content().allowSimulated()));
  }

  private ScoredProfile accepted(RawProfile seen) {
    return accepted(evaluator, seen);
  }

  private static ScoredProfile accepted(Evaluator evaluator, RawProfile seen) {
    return ((Judgement.Accepted) judge(evaluator, seen)).profile();
  }

  private RejectedProfile rejected(RawProfile seen) {
    return ((Judgement.Rejected) judge(evaluator, seen)).profile();
  }

  private static Judgement judge(Evaluator evaluator, RawProfile seen) {
    return evaluator.judge(history(seen));
  }

  private static History history(RawProfile seen) {
    return new History(seen, HERE, List.of(), Optional.empty(), List.of());
  }
}
