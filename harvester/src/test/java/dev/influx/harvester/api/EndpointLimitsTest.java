package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.RateReport.Pool;
import dev.influx.harvester.api.RateReport.PoolKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EndpointLimitsTest {
  private static final Instant NOW = TestingTime.START;
  private static final Instant RESET = NOW.plusSeconds(900);

  @Test
  void sendsOneRequestAloneWhileNothingIsKnown() {
    EndpointLimits unknown = EndpointLimits.UNKNOWN;

    assertThat(unknown.opensAt(0)).isZero();
    assertThat(unknown.sent(0).opensAt(0)).isEqualTo(EndpointLimits.AFTER_AN_ANSWER);
  }

  @Test
  void staysAloneAfterAFailureThatTellsNothing() {
    EndpointLimits failed = EndpointLimits.UNKNOWN.sent(0).failed();

    assertThat(failed.opensAt(0)).isZero();
    assertThat(failed.sent(0).opensAt(0)).isEqualTo(EndpointLimits.AFTER_AN_ANSWER);
  }

  @Test
  void goesParallelOnceTheAnswersSayHowMuchIsLeft() {
    EndpointLimits limits = after(Replies.window(3, 2, RESET, NOW));

    assertThat(limits.sent(0).opensAt(0)).isZero();
    assertThat(limits.sent(0).sent(0).opensAt(0)).isEqualTo(seconds(901));
  }

  @Test
  void goesParallelWhereAnswersNeverSpeakOfLimits() {
    EndpointLimits limits = after(RateReport.NONE);

    assertThat(limits.sent(0).sent(0).sent(0).opensAt(0)).isZero();
  }

  @Test
  void asksAloneAgainWhenTheWindowIsOver() {
    EndpointLimits limits = after(Replies.window(3, 0, RESET, NOW));
    long over = seconds(901);

    assertThat(limits.opensAt(over)).isEqualTo(over);
    assertThat(limits.sent(over).opensAt(over)).isEqualTo(EndpointLimits.AFTER_AN_ANSWER);
  }

  @Test
  void losesNothingOfAWindowToRequestsThatTheOneBeforeHasCounted() {
    EndpointLimits limits = after(Replies.window(300, 10, RESET, NOW)).sent(0).sent(0).sent(0);
    long over = seconds(901);
    Instant later = NOW.plusSeconds(901);
    Instant nextReset = RESET.plusSeconds(900);

    limits = limits.answered(heard(Replies.ok(Replies.window(3, 2, nextReset, later)), over));
    assertThat(limits.opensAt(over)).isEqualTo(seconds(901 + 900));
    limits = limits.answered(heard(Replies.ok(Replies.window(300, 9, RESET, later)), over));
    assertThat(limits.opensAt(over)).isEqualTo(over);
    limits = limits.answered(heard(Replies.ok(Replies.window(300, 8, RESET, later)), over));
    limits = limits.sent(over);
    assertThat(limits.opensAt(over)).isEqualTo(over);
    assertThat(limits.sent(over).opensAt(over)).isEqualTo(seconds(901 + 900));
  }

  @Test
  void waitsForTheLatestOfAllExhaustedPools() {
    RateReport report =
        new RateReport(
            List.of(
                new Pool(PoolKind.WINDOW, 300, 0, RESET.getEpochSecond()),
                new Pool(PoolKind.APP_DAY, 500, 0, NOW.plusSeconds(7_200).getEpochSecond()),
                new Pool(PoolKind.USER_DAY, 500, 1, NOW.plusSeconds(80_000).getEpochSecond())),
            Optional.of(NOW),
            Optional.empty());

    assertThat(after(report).opensAt(0)).isEqualTo(seconds(7_201));
  }

  @Test
  void closesUntilTheResetAfterARefusal() {
    EndpointLimits limits = refused(Replies.window(300, 0, RESET, NOW), 0);

    assertThat(limits.opensAt(0)).isEqualTo(seconds(901) + 7);
  }

  @Test
  void closesForWhatRetryAfterSaysButNotForEver() {
    assertThat(refused(Replies.retryAfter(Duration.ofSeconds(90)), 0).opensAt(0))
        .isEqualTo(seconds(90) + 7);
    assertThat(refused(Replies.retryAfter(Duration.ofDays(4_000)), 0).opensAt(0))
        .isLessThan(Duration.ofHours(25).toNanos());
  }

  @Test
  void closesLongerEachTimeWhenARefusalSaysNothing() {
    EndpointLimits limits = EndpointLimits.UNKNOWN;
    long now = 0;
    for (int expected : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900}) {
      limits = limits.sent(now).answered(heard(Replies.limited(RateReport.NONE), now));
      long opens = limits.opensAt(now);
      assertThat(opens - now - 7).isEqualTo(seconds(expected));
      now = opens;
    }
  }

  @Test
  void takesRefusalsOfRequestsThatLeftTogetherForOne() {
    EndpointLimits limits = after(RateReport.NONE).sent(0).sent(0).sent(0);
    for (int i = 0; i < 3; i++) {
      limits = limits.answered(heard(Replies.limited(RateReport.NONE), 0));
    }

    assertThat(limits.opensAt(0)).isEqualTo(seconds(1) + 7);
  }

  @Test
  void forgetsRefusalsAfterASuccess() {
    EndpointLimits limits = refused(RateReport.NONE, 0);
    long later = seconds(10);
    limits = limits.sent(later).answered(heard(Replies.ok(RateReport.NONE), later));
    limits = limits.sent(later).answered(heard(Replies.limited(RateReport.NONE), later));

    assertThat(limits.opensAt(later)).isEqualTo(later + seconds(1) + 7);
  }

  @Test
  void knowsTheScarcestPoolWhileItLasts() {
    EndpointLimits limits = after(Replies.window(300, 150, RESET, NOW));

    assertThat(limits.remainingRatio(0)).hasValue(0.5);
    assertThat(limits.remainingRatio(seconds(901))).isEmpty();
    assertThat(EndpointLimits.UNKNOWN.remainingRatio(0)).isEmpty();
  }

  private static EndpointLimits after(RateReport report) {
    return EndpointLimits.UNKNOWN.sent(0).answered(heard(Replies.ok(report), 0));
  }

  private static EndpointLimits refused(RateReport report, long now) {
    return EndpointLimits.UNKNOWN.sent(now).answered(heard(Replies.limited(report), now));
  }

  private static Heard heard(Reply reply, long now) {
    return Heard.of(reply, NOW.plusNanos(now), now, 7);
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
