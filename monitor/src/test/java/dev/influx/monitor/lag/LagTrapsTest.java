package dev.influx.monitor.lag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.lag.TimeLag.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One example for each of the ways in which lag is usually told wrong. */
class LagTrapsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void commitMarkersAreNotRecordsToRead() {
    TestingLooks looks = new TestingLooks().log(0, 11).committed(10).look();
    assertThat(looks.lag().records()).hasValue(1);

    PartitionLag lag = looks.firstUnread(FirstUnread.nothing()).looks(10, 0, 0).lag();

    assertThat(lag.records()).hasValue(0);
    assertThat(lag.time()).contains(new TimeLag(Duration.ZERO, Source.POLL_HISTORY));
    assertThat(lag.verdict())
        .isEqualTo(
            new Verdict(
                LagState.OK,
                "has read all records: what is left are markers, or was compacted away"));
    assertThat(lag.commitAge()).isEmpty();
  }

  @Test
  void anIdleTopicDoesNotGrowOld() {
    PartitionLag lag =
        new TestingLooks().log(0, 7).committed(7).eventTime(HOUR).look().looks(50, 0, 0).lag();

    assertThat(lag.records()).hasValue(0);
    assertThat(lag.time().orElseThrow().age()).isZero();
    assertThat(lag.verdict()).isEqualTo(new Verdict(LagState.OK, "has read everything"));
  }

  @Test
  void theFirstRecordAfterAnIdleGapIsNotAsOldAsTheGap() {
    PartitionLag lag =
        new TestingLooks()
            .log(0, 7)
            .committed(7)
            .eventTime(HOUR)
            .look()
            .looks(3, 0, 0)
            .looks(1, 1, 0)
            .lag();

    assertThat(lag.records()).hasValue(1);
    assertThat(lag.time()).contains(new TimeLag(Duration.ofSeconds(5), Source.POLL_HISTORY));
    assertThat(lag.state()).isEqualTo(LagState.OK);
  }

  @Test
  void theEventTimeTellsTheLagRightAfterTheMonitorStarted() {
    PartitionLag lag =
        new TestingLooks().log(0, 7).committed(5).eventTime(Duration.ofSeconds(90)).look().lag();

    assertThat(lag.time()).contains(new TimeLag(Duration.ofSeconds(90), Source.COMMIT_METADATA));
    assertThat(lag.verdict())
        .isEqualTo(new Verdict(LagState.UNKNOWN, "was watched too briefly to tell"));
    assertThat(lag.velocity()).isEmpty();
    assertThat(lag.catchUp()).isEmpty();
  }

  @Test
  void backDatedRecordsAreNotLateByTheirAge() {
    TestingLooks looks =
        new TestingLooks().log(0, 100).committed(100).look().looks(2, 0, 0).looks(2, 500, 250);

    PartitionLag lag =
        looks.eventTime(Duration.ofDays(400)).after(HOUR.dividedBy(720)).look().lag();

    assertThat(lag.records()).hasValue(500);
    assertThat(lag.time().orElseThrow().source()).isEqualTo(Source.POLL_HISTORY);
    assertThat(lag.time().orElseThrow().age()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aTimestampInTheFutureSaysNothing() {
    TestingLooks looks = new TestingLooks().log(0, 9).committed(5);

    assertThat(looks.eventTime(HOUR.negated()).look().lag().time()).isEmpty();
    assertThat(looks.eventTime(Duration.ofSeconds(-1)).look().lag().time())
        .contains(new TimeLag(Duration.ZERO, Source.COMMIT_METADATA));
  }

  @Test
  void aRewindIsNeitherAStallNorNegativeVelocity() {
    TestingLooks looks = new TestingLooks().log(0, 1000).committed(1000).look().looks(3, 10, 10);

    PartitionLag lag = looks.committed(0).looks(3, 10, 100).lag();

    assertThat(lag.verdict()).isEqualTo(new Verdict(LagState.REWIND, "was set back"));
    assertThat(lag.records()).hasValue(760);
    assertThat(lag.velocity()).hasValue(-18);
    assertThat(lag.catchUp()).contains(Duration.ofMillis(42_222));
    assertThat(lag.time()).isEmpty();
  }

  @Test
  void aRewindIsForgottenAfterTheWindow() {
    TestingLooks looks = new TestingLooks().log(0, 1000).committed(1000).look();

    assertThat(looks.committed(0).looks(40, 10, 30).lag().state()).isEqualTo(LagState.OK);
  }

  @Test
  void whatWasCompactedAwayIsNotWaitedFor() {
    TestingLooks looks = new TestingLooks().log(0, 5000).committed(100);

    PartitionLag counted = looks.firstUnread(FirstUnread.record(looks.now())).look().lag();
    PartitionLag none = looks.firstUnread(FirstUnread.nothing()).lag();

    assertThat(counted.records()).as("an upper bound").hasValue(4900);
    assertThat(none.records()).hasValue(0);
    assertThat(none.isBehind()).isFalse();
  }

  @Test
  void whatRetentionTookIsLostAndNotLag() {
    PartitionLag lag = new TestingLooks().log(300, 1000).committed(100).look().looks(5, 0, 0).lag();

    assertThat(lag.records()).hasValue(700);
    assertThat(lag.look().lost()).isEqualTo(200);
    assertThat(lag.verdict())
        .isEqualTo(
            new Verdict(
                LagState.STALL,
                "has not moved for 25 s; 200 offsets were deleted before it came to them"));
  }

  @Test
  void theRetentionMarginGoesByTheTimestampOfTheRecordAndNotByItsArrival() {
    TestingLooks looks =
        new TestingLooks().log(0, 10).committed(10).look().looks(1, 5, 0).retention(HOUR);

    assertThat(looks.lag().retentionMargin()).contains(HOUR.minusSeconds(5));
    looks.firstUnread(FirstUnread.record(looks.now().minus(Duration.ofMinutes(50))));
    assertThat(looks.lag().retentionMargin()).contains(Duration.ofMinutes(10));
    looks.firstUnread(FirstUnread.record(looks.now().minus(HOUR.multipliedBy(9))));
    assertThat(looks.lag().retentionMargin()).contains(Duration.ZERO);
    assertThat(looks.committed(15).looks(1, 0, 0).lag().retentionMargin()).isEmpty();
  }

  @Test
  void aGroupWithoutACommitHasNoLagInsteadOfZeroOrMinusOne() {
    PartitionLag lag = new TestingLooks().log(0, 10).members(2).look().lag();

    assertThat(lag.records()).isEmpty();
    assertThat(lag.time()).isEmpty();
    assertThat(lag.velocity()).isEmpty();
    assertThat(lag.catchUp()).isEmpty();
    assertThat(lag.verdict()).isEqualTo(new Verdict(LagState.STOP, "has committed nothing"));
    assertThat(lag.isBehind()).isTrue();
  }

  @Test
  void anEmptyPartitionNeedsNoCommit() {
    PartitionLag lag = new TestingLooks().log(40, 40).look().lag();

    assertThat(lag.state()).isEqualTo(LagState.OK);
    assertThat(lag.isBehind()).isFalse();
    assertThat(lag.records()).isEmpty();
  }

  @Test
  void lagIsNeverNegative() {
    PartitionLag ahead = new TestingLooks().log(0, 10).committed(12).look().lag();
    PartitionLag elsewhere =
        new TestingLooks().log(0, 10).committed(900).beyondTheLog().look().lag();

    assertThat(ahead.records()).hasValue(0);
    assertThat(ahead.state()).as("reads what is not committed yet").isEqualTo(LagState.OK);
    assertThat(elsewhere.verdict())
        .isEqualTo(
            new Verdict(
                LagState.UNKNOWN, "the commit is beyond the log: was the topic made anew?"));
  }

  @Test
  void aRestartThatTakesAMomentIsNoStallAndALongOneIs() {
    TestingLooks looks =
        new TestingLooks().log(0, 100).committed(100).look().looks(30, 20, 20).members(0);

    assertThat(looks.looks(3, 20, 0).lag().state()).isEqualTo(LagState.OK);
    PartitionLag lag = looks.looks(2, 20, 0).lag();
    assertThat(lag.verdict())
        .isEqualTo(new Verdict(LagState.STALL, "has not moved for 25 s; the group has no members"));
    assertThat(lag.commitAge()).contains(Duration.ofSeconds(25));
    assertThat(looks.members(1).looks(1, 20, 100).lag().state()).isEqualTo(LagState.OK);
  }

  @Test
  void aGapInTheHistoryGivesABoundAndNoGuess() {
    TestingLooks looks = new TestingLooks().log(0, 100).committed(100).look();

    PartitionLag lag = looks.after(HOUR).end(1100).committed(600).look().lag();

    assertThat(lag.time()).contains(new TimeLag(HOUR, Source.POLL_HISTORY));
  }

  @Test
  void whenARecordCameIsInProportionBetweenTwoLooks() {
    TestingLooks looks = new TestingLooks().log(0, 100).committed(100).look();

    PartitionLag lag = looks.after(Duration.ofSeconds(100)).end(1100).committed(600).look().lag();

    assertThat(lag.time()).contains(new TimeLag(Duration.ofSeconds(50), Source.POLL_HISTORY));
  }

  @Test
  void whoNeverComesNearerIsAWarning() {
    TestingLooks looks = new TestingLooks().log(0, 1000).committed(900).look();

    assertThat(looks.looks(23, 20, 10).lag().state()).isEqualTo(LagState.OK);
    PartitionLag lag = looks.looks(1, 20, 10).lag();
    assertThat(lag.verdict())
        .isEqualTo(new Verdict(LagState.WARN, "has not come nearer for 2 min"));
    assertThat(lag.velocity()).hasValue(2);
    assertThat(lag.catchUp()).isEmpty();
    assertThat(looks.looks(1, 20, 21).lag().state()).isEqualTo(LagState.OK);
  }

  @Test
  void whoComesNearerIsToldUntilWhen() {
    PartitionLag lag = new TestingLooks().log(0, 900).committed(0).look().looks(6, 10, 60).lag();

    assertThat(lag.records()).hasValue(600);
    assertThat(lag.velocity()).hasValue(-10);
    assertThat(lag.catchUp()).contains(Duration.ofMinutes(1));
  }
}
