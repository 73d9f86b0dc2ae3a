package dev.influx.scorer.evaluation;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.lists.policies.EntryThresholds;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.scorer.Authors;
import dev.influx.scorer.activity.History;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(scored.getActivity().getTweetsPerDay()).isEqualTo(3_653 / 3_652.0);
    assertThat(scored.getPolicy().getSha256().bytes()).isEqualTo(M0.sha256().bytes());
    assertThat(scored.getLineage()).isEqualTo(HERE);
    assertThat(scored.getSources()).isEqualTo(seen.getSources());
    assertThat(scored.getObservedAt()).isEqualTo(NOON);
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
    Policy open = Policy.of("open", "lets everyone in", "m0", new EntryThresholds(0, 0));
    RawProfile unknown = Authors.seen("7", NOON, null, 1L);

    RejectedProfile rejected = ((Judgement.Rejected) judge(Evaluator.of(open), unknown)).profile();

    assertThat(rejected.getFindings()).isNotEmpty();
  }

  @Test
  void aPolicyWithAnUnknownModelIsRefused() {
    Policy unknown = Policy.of("x", "none", "m9@9", new EntryThresholds(1, 2));

    assertThatThrownBy(() -> Evaluator.of(unknown))
        .isInstanceOf(UnableToEvaluateException.class)
        .hasMessageContaining("m9@9")
        .hasMessageContaining("m0");
  }

  private ScoredProfile accepted(RawProfile seen) {
    return ((Judgement.Accepted) judge(evaluator, seen)).profile();
  }

  private RejectedProfile rejected(RawProfile seen) {
    return ((Judgement.Rejected) judge(evaluator, seen)).profile();
  }

  private static Judgement judge(Evaluator evaluator, RawProfile seen) {
    return evaluator.judge(new History(seen, HERE, List.of()));
  }
}
