package dev.influx.harvester.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class DeliveryTest {
  private static final List<ProducerRecord<byte[], byte[]>> RECORDS =
      Stream.of("a", "b", "c")
          .map(key -> new ProducerRecord<>("raw", key.getBytes(UTF_8), new byte[] {1}))
          .toList();

  private final Obstacle obstacle = new Obstacle(System::nanoTime);

  @Test
  void returnsOnlyWhenEverythingIsAcknowledged() {
    MockProducer<byte[], byte[]> producer = producer(false);
    CompletableFuture<Void> delivered =
        CompletableFuture.runAsync(() -> deliver(producer, RECORDS));

    await().until(() -> producer.history().size() == 3);
    assertThat(producer.completeNext()).isTrue();
    assertThat(producer.completeNext()).isTrue();
    assertThat(delivered).isNotDone();

    assertThat(producer.completeNext()).isTrue();
    delivered.join();
    assertThat(producer.history()).containsExactlyElementsOf(RECORDS);
  }

  @Test
  void sendsAgainWhatCouldNotBeQueuedAndNothingElse() {
    RefusingProducer producer = new RefusingProducer(2, 2);

    deliver(producer, RECORDS);

    assertThat(producer.history())
        .extracting(record -> new String(record.key(), UTF_8))
        .containsExactly("a", "b", "c");
    assertThat(obstacle.present()).as("it is over").isEmpty();
  }

  @Test
  void sendsNothingMoreWhileTheFirstCannotBeQueued() {
    RefusingProducer producer = new RefusingProducer(1, 1);

    deliver(producer, RECORDS);

    assertThat(producer.sends.get()).as("one refused, then three").isEqualTo(4);
  }

  @Test
  void failsLoudlyWhenWaitingWouldNotHelp() {
    RefusingProducer producer =
        new RefusingProducer(2, 2, new RecordTooLargeException("larger than 1 MB"));

    assertThatExceptionOfType(UnableToPublishException.class)
        .isThrownBy(() -> deliver(producer, RECORDS))
        .satisfies(e -> assertThat(e.why()).contains("larger than 1 MB"));
  }

  @Test
  void deliversNothingAtOnce() {
    assertThatCode(() -> deliver(producer(false), List.of())).doesNotThrowAnyException();
  }

  private void deliver(
      MockProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
    try {
      new Delivery(producer, obstacle).deliver(records);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static MockProducer<byte[], byte[]> producer(boolean acknowledges) {
    return new MockProducer<>(
        acknowledges, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Refuses some sends in a row, in the way of a producer whose broker is away. */
  private static final class RefusingProducer extends MockProducer<byte[], byte[]> {
    private final AtomicInteger sends = new AtomicInteger();
    private final int first;
    private final int last;
    private final RuntimeException refusal;

    RefusingProducer(int first, int last) {
      this(first, last, new TimeoutException("no metadata after 5000 ms"));
    }

    RefusingProducer(int first, int last, RuntimeException refusal) {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
      this.first = first;
      this.last = last;
      this.refusal = refusal;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
      int number = sends.incrementAndGet();
      return number >= first && number <= last
          ? CompletableFuture.failedFuture(refusal)
          : super.send(record);
    }
  }
}
