package dev.influx.monitor.lag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.lag.GroupLag.About;
import dev.influx.monitor.lag.GroupLag.Stale;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What partitions make together. */
class GroupLagTest {
  private static final About ABOUT =
      new About("billing", "classic", "stable", Optional.of(Set.of("a")), false);

  private final TestingLooks idle = new TestingLooks().log(0, 5).committed(5).look();
  private final TestingLooks reading =
      new TestingLooks()
          .log(0, 900)
          .committed(0)
          .eventTime(Duration.ofMinutes(2))
          .look()
          .looks(6, 10, 60);
  private final TestingLooks growing =
      new TestingLooks().log(0, 100).committed(100).look().looks(30, 20, 10);
  private final TestingLooks uncommitted = new TestingLooks().log(0, 5).look();

  @Test
  void sumsUpWhatIsKnown() {
    GroupLag group = group(idle, reading);

    assertThat(group.records()).hasValue(600);
    assertThat(group.maxRecords()).hasValue(600);
    assertThat(group.catchUp()).contains(Duration.ofMinutes(1));
    assertThat(group.velocity()).hasValue(-10);
    assertThat(group.verdict()).isEqualTo(new Verdict(LagState.OK, "reads on"));
  }

  @Test
  void isAsBadAsItsWorstPartitionWhichIsNamed() {
    GroupLag group = group(idle, growing);

    assertThat(group.verdict())
        .isEqualTo(new Verdict(LagState.WARN, "orders-3 has not come nearer for 2 min"));
    assertThat(group.catchUp()).isEmpty();
  }

  @Test
  void anEmptyTopicIsNotWhatItSaysWhereItHasReadAnother() {
    TestingLooks empty = new TestingLooks().log(0, 0).look();
    Verdict read = new Verdict(LagState.OK, "has read everything");

    assertThat(group(empty, idle).verdict()).isEqualTo(read);
    assertThat(group(idle, empty).verdict()).isEqualTo(read);
    assertThat(group(empty).verdict().reason()).isEqualTo("there is nothing to read");
  }

  @Test
  void aSumWithAnUnknownPartIsUnknown() {
    GroupLag group = group(reading, uncommitted);

    assertThat(group.records()).isEmpty();
    assertThat(group.maxRecords()).isEmpty();
    assertThat(group.time()).isEmpty();
    assertThat(group.catchUp()).isEmpty();
    assertThat(group.verdict())
        .isEqualTo(new Verdict(LagState.STOP, "orders-3 has committed nothing"));
  }

  @Test
  void isAsLateAsItsLatestPartition() {
    assertThat(group(idle, idle).time().orElseThrow().age()).isZero();
    assertThat(group(idle, reading).time().orElseThrow().age()).isEqualTo(Duration.ofSeconds(150));
  }

  @Test
  void aGroupThatReadsNothingHasNoLag() {
    GroupLag group = group();

    assertThat(group.records()).isEmpty();
    assertThat(group.time()).isEmpty();
    assertThat(group.catchUp()).isEmpty();
    assertThat(group.verdict()).isEqualTo(new Verdict(LagState.OK, "reads no topic"));
  }

  @Test
  void afterAFailedLookTheFiguresStayAndTheStateIsUnknown() {
    Instant first = TestingLooks.BEGIN;
    GroupLag group =
        group(reading)
            .stale(new Stale(first, "timed out"))
            .stale(new Stale(first.plusSeconds(5), "again"));

    assertThat(group.stale()).contains(new Stale(first, "again"));
    assertThat(group.records()).hasValue(600);
    assertThat(group.velocity()).isEmpty();
    assertThat(group.catchUp()).isEmpty();
    assertThat(group.verdict()).isEqualTo(new Verdict(LagState.UNKNOWN, "again"));
  }

  @Test
  void ofAGroupThatWasNeverSeenNothingIsKnown() {
    GroupLag group = GroupLag.unseen(ABOUT, new Stale(TestingLooks.BEGIN, "no answer in time"));

    assertThat(group.records()).isEmpty();
    assertThat(group.state()).isEqualTo(LagState.UNKNOWN);
  }

  private static GroupLag group(TestingLooks... partitions) {
    List<PartitionLag> lags = Arrays.stream(partitions).map(TestingLooks::lag).toList();
    return GroupLag.of(ABOUT, lags);
  }
}
