package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test of expressions can fail, for each reason there is. */
class TestingPromQlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "influx_lag; names no metric: influx_lag in",
        "influx_snapshot_publish_seconds; names no metric",
        "influx_score_bucket{code=\"x\"}; asks for labels [code]",
        "max by (topic) (influx_commit_age_seconds); asks for labels [topic]",
        "influx_lag_status{state=\"dead\"}; state of influx_lag_status is never [dead]",
        "influx_lag_status{state=~\"stall|stopped\"}; state of influx_lag_status is never [stopped]",
        "influx_commit_age_seconds and on (topic) influx_commit_age_seconds; asks for labels [topic]",
        "influx_commit_age_seconds / influx_lag_status; matches [group, job, instance] with",
        "rate(influx_commit_age_seconds[5m]); rate is of counters",
        "deriv(influx_dlq_records_total[5m]); deriv is not of counters",
        "rate(influx_dlq_records_total); rate is of a range",
        "histogram_quantile(0.9, sum(rate(influx_score_bucket[5m]))); asks for labels [le]",
        "label_join(influx_score_bucket); has a function that this test does not know: label_join",
        "max(influx_commit_age_seconds; should go on with )",
        "influx_commit_age_seconds[5m]; is a range",
        "influx_commit_age_seconds 5; goes on where it should end",
        "max(; ends too soon",
        "influx_commit_age_seconds ? 1; cannot be read: ?"
      })
  void refuses(String expression, String why) throws IOException {
    TestingMetricNames names = TestingMetricNames.exported();

    assertThatThrownBy(() -> TestingPromQl.labels(expression, names))
        .isInstanceOf(TestingPromQl.WrongExpressionException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "max by (group) (influx_commit_age_seconds{group=~\"$group\"}) > 30; group",
        "topk(3, sum by (rule) (increase(influx_rule_hits_total[$__range]))); rule",
        "influx_replay_state and on (replay) influx_replay_progress_ratio; replay state job instance",
        "time() - max(influx_collector_last_success_timestamp_seconds offset 1m);",
        "influx_commit_age_seconds or influx_lag_status; group job instance",
        "sum by (le, stage) (rate(influx_stage_latency_seconds_bucket[5m])); le stage"
      })
  void tellsTheLabels(String expression, String labels) throws IOException {
    Set<String> expected = labels == null ? Set.of() : Set.of(labels.split(" ", -1));

    assertThat(TestingPromQl.labels(expression, TestingMetricNames.exported())).isEqualTo(expected);
  }
}
