package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.RateReport.Pool;
import dev.influx.harvester.api.RateReport.PoolKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateReportTest {

  @Test
  void readsWindowDayPoolsAndDate() {
    RateReport report =
        RateReport.of(
            Replies.headers(
                "x-rate-limit-limit", "300",
                "x-rate-limit-remaining", "299",
                "x-rate-limit-reset", "1772532900",
                "x-app-limit-24hour-limit", "500",
                "x-app-limit-24hour-remaining", "0",
                "x-app-limit-24hour-reset", "1772600000",
                "date", "Tue, 03 Mar 2026 10:00:00 UTC"));

    assertThat(report.pools())
        .containsExactly(
            new Pool(PoolKind.WINDOW, 300, 299, 1772532900),
            new Pool(PoolKind.APP_DAY, 500, 0, 1772600000));
    assertThat(report.date()).contains(Instant.parse("2026-03-03T10:00:00Z"));
    assertThat(report.retryAfter()).isEmpty();
  }

  @Test
  void knowsNothingWithoutHeaders() {
    assertThat(RateReport.of(Replies.headers())).isEqualTo(RateReport.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1.5", "", "9999999999999999999"})
  void leavesOutAPoolWhoseResetMakesNoSense(String reset) {
    RateReport report =
        RateReport.of(
            Replies.headers(
                "x-rate-limit-limit", "300",
                "x-rate-limit-remaining", "299",
                "x-rate-limit-reset", reset));

    assertThat(report.pools()).isEmpty();
  }

  @Test
  void readsRetryAfterInSecondsAndAsADate() {
    assertThat(RateReport.of(Replies.headers("retry-after", "7")).retryAfter())
        .contains(Duration.ofSeconds(7));
    assertThat(
            RateReport.of(
                    Replies.headers(
                        "date", "Tue, 03 Mar 2026 10:00:00 GMT",
                        "retry-after", "Tue, 03 Mar 2026 10:01:00 GMT"))
                .retryAfter())
        .contains(Duration.ofMinutes(1));
  }

  @Test
  void ignoresARetryAfterThatIsOverOrHasNoMeaning() {
    assertThat(
            RateReport.of(
                    Replies.headers(
                        "date", "Tue, 03 Mar 2026 10:00:00 GMT",
                        "retry-after", "Tue, 03 Mar 2026 09:00:00 GMT"))
                .retryAfter())
        .isEmpty();
    assertThat(RateReport.of(Replies.headers("retry-after", "later")).retryAfter()).isEmpty();
  }
}
