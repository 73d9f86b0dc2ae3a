package dev.influx.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.runtime.Restoration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreWatchTest {
  private static final TopicPartition ONE = new TopicPartition("changelog", 0);
  private static final TopicPartition TWO = new TopicPartition("changelog", 1);
  private static final String STORE = "authors";

  private final AtomicLong nanos = new AtomicLong(7);
  private final RestoreWatch watch = new RestoreWatch(nanos::get);

  @Test
  void tellsWhatIsLeftOfAllStoresAndHowLongItTakes() {
    watch.onRestoreStart(ONE, STORE, 100, 1_100);
    watch.onRestoreStart(TWO, STORE, 0, 1_000);
    assertThat(watch.now()).contains(new Restoration(2_000, Optional.empty()));

    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    watch.onBatchRestored(ONE, STORE, 599, 480);

    assertThat(watch.now()).contains(new Restoration(1_500, Optional.of(Duration.ofSeconds(3))));
  }

  @Test
  void estimatesNothingFromItsFirstMoments() {
    watch.onRestoreStart(ONE, STORE, 0, 1_000);
    nanos.addAndGet(Duration.ofMillis(999).toNanos());
    watch.onBatchRestored(ONE, STORE, 9, 10);
    assertThat(watch.now()).contains(new Restoration(990, Optional.empty()));
  }

  @Test
  void whatHasEndedOrGoneElsewhereIsNotWaitedFor() {
    watch.onRestoreStart(ONE, STORE, 0, 10);
    watch.onRestoreStart(TWO, STORE, 0, 10);
    watch.onRestoreSuspended(TWO, STORE, 0);
    assertThat(watch.now()).map(Restoration::remainingRecords).contains(10L);

    watch.onRestoreEnd(ONE, STORE, 10);
    assertThat(watch.now()).isEmpty();
  }

  @Test
  void aSecondTimeIsMeasuredByItself() {
    watch.onRestoreStart(ONE, STORE, 0, 10);
    watch.onBatchRestored(ONE, STORE, 9, 10);
    watch.onRestoreEnd(ONE, STORE, 10);
    nanos.addAndGet(Duration.ofHours(1).toNanos());

    watch.onRestoreStart(ONE, STORE, 10, 40);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    watch.onBatchRestored(ONE, STORE, 19, 10);

    assertThat(watch.now()).contains(new Restoration(20, Optional.of(Duration.ofSeconds(2))));
  }
}
