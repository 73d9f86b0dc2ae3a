package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.bench.lab.Audit;
import dev.influx.bench.lab.Equipment;
import dev.influx.bench.load.Crowd;
import dev.influx.bench.worker.Level;
import dev.influx.lists.policies.Policies;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Observed;
import dev.influx.scorer.evaluation.Evaluator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole benchmark on a small input: what it measures must be the whole work, done once. */
class PipeIT {
  private static final Crowd CROWD = new Crowd(7, 500, 5_000);
  private static final Equipment SMALL =
      new Equipment(BrokerProcess.class, 2, 1, Duration.ofMillis(200), "256m");

  @Test
  void everyLevelDoesTheWholeWorkOnce() {
    Expected expected = Expected.of(CROWD);

    PipeReport report =
        PipeBench.run(
            SMALL,
            CROWD,
            new PipeBench.Plan(List.of(Level.values()), 1, 0.2),
            line -> assertThat(line).isNotBlank());

    assertThat(report.objections()).isEmpty();
    assertThat(report.runs()).extracting(PipeRun::level).containsExactly(Level.values());
    assertThat(report.runs().get(0).outputs().get("copies").records())
        .isEqualTo(CROWD.observations());
    assertThat(report.runs().subList(1, report.runs().size())).allSatisfy(expected::check);
  }

  /** What a plain fold over the input says. */
  private record Expected(
      Map<String, Long> outcomes, long accepted, long rejected, long withdrawn) {
    static Expected of(Crowd crowd) {
      Evaluator evaluator = Evaluator.of(Policies.bundled().theDefault().allowingSimulated());
      Lineage nowhere = new Lineage("raw", 0, 0L);
      Map<String, History> histories = new HashMap<>();
      Map<String, Boolean> verdicts = new HashMap<>();
      Map<String, Long> outcomes = new HashMap<>();
      long[] written = new long[3];
      for (long index = 0; index < crowd.observations(); index++) {
        RawProfile seen = crowd.observation(index);
        Optional<History> before = Optional.ofNullable(histories.get(seen.getId()));
        Observed observed = History.observe(before, seen, nowhere);
        String outcome = observed.outcome();
        if (observed.history().isPresent()) {
          History history = observed.history().orElseThrow();
          boolean accepted = evaluator.judge(history).accepted();
          histories.put(seen.getId(), history);
          Boolean earlier = verdicts.put(seen.getId(), accepted);
          written[accepted ? 0 : 1]++;
          written[2] += earlier != null && earlier != accepted ? 1 : 0;
          String verdict = accepted ? "accepted" : "rejected";
          outcome = observed instanceof Observed.Newer ? verdict : outcome;
        }
        outcomes.merge(outcome, 1L, Long::sum);
      }
      return new Expected(outcomes, written[0], written[1], written[2]);
    }

    void check(PipeRun run) {
      Map<String, Audit> outputs = run.outputs();
      assertThat(run.outcomes()).as("%s", run.level()).isEqualTo(outcomes);
      assertThat(outputs.get("accepted").values()).isEqualTo(accepted);
      assertThat(outputs.get("rejected").values()).isEqualTo(rejected);
      assertThat(outputs.get("accepted").tombstones() + outputs.get("rejected").tombstones())
          .isEqualTo(withdrawn)
          .isPositive();
      assertThat(outputs.get("changelog").records()).isEqualTo(accepted + rejected);
      assertThat(outputs.get("dead").records()).isZero();
      assertThat(run.gap().isPresent()).isEqualTo(run.level().stores().isPresent());
      assertThat(run.gap().orElse(0)).as("%s", run.level()).isZero();
      assertThat(run.heapBytes()).isPositive();
    }
  }
}
