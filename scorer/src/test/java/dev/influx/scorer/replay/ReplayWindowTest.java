package dev.influx.scorer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {
  private static final String FETCHED = "main.consumer.max.poll.records";
  private static final String RAW = "influx.profiles.raw";
  private static final long NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  @Test
  void showsWhatThePlanNamesAndNothingAfterIt() {
    ReplayWindow window = window(Range.ALL);

    assertThat(seen(window, RAW, 0, 8, 1)).isTrue();
    assertThat(seen(window, RAW, 0, 9, 1)).isFalse();
    assertThat(seen(window, RAW, 1, 9, 1)).isTrue();
    assertThat(seen(window, RAW, 2, 0, 1)).isFalse();
  }

  @Test
  void looksAtTheTimeThatTheRecordCarries() {
    ReplayWindow window =
        window(
            new Range(
                Optional.of("2026-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

    assertThat(seen(window, RAW, 0, 0, NEW_YEAR - 1)).isFalse();
    assertThat(seen(window, RAW, 0, 0, NEW_YEAR)).isTrue();
  }

  @Test
  void leavesAloneWhatScorersTellEachOther() {
    assertThat(seen(window(Range.ALL), "influx.replay.one.scorer.claims", 0, 99, 1)).isTrue();
  }

  @Test
  void fetchesNoMoreAtATimeThanItMayDoInASecond() {
    assertThat(settings(Optional.of(3L))).containsEntry(FETCHED, "3");
    assertThat(settings(Optional.of(1_000_000L))).containsEntry(FETCHED, "2000");
    assertThat(settings(Optional.empty())).doesNotContainKey(FETCHED);
  }

  private static Map<String, String> settings(Optional<Long> perSecond) {
    return ReplayWindow.settings(ReplayPlanTest.plan(Range.ALL), perSecond);
  }

  private static ReplayWindow window(Range range) {
    Map<String, String> settings =
        ReplayWindow.settings(ReplayPlanTest.plan(range), Optional.of(1_000_000L));
    ReplayWindow window = new ReplayWindow();
    window.configure(settings);
    return window;
  }

  private static boolean seen(
      ReplayWindow window, String topic, int partition, long offset, long time) {
    ConsumerRecord<Object, Object> record =
        new ConsumerRecord<>(
            topic,
            partition,
            offset,
            time,
            TimestampType.CREATE_TIME,
            0,
            0,
            "1",
            "author",
            new RecordHeaders(),
            Optional.empty());
    return window.extract(record, 0) == time;
  }
}
