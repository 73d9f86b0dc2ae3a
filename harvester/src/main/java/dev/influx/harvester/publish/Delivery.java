package dev.influx.harvester.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;

/** Sends records until the broker has acknowledged each of them. */
final class Delivery {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration UNTIL_REMARKABLE = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private final Obstacle obstacle;

  Delivery(Producer<byte[], byte[]> producer, Obstacle obstacle) {
    this.producer = producer;
    this.obstacle = obstacle;
  }

  private record UnderWay(
      ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> acknowledgement) {}

  /**
   * Returns when all are acknowledged.
   *
   * @throws UnableToPublishException when waiting would not help
   */
  void deliver(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
    List<ProducerRecord<byte[], byte[]>> open = attempt(records);
    while (!open.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      open = attempt(open);
    }
    obstacle.over();
  }

  /** What has to be sent once more. */
  private List<ProducerRecord<byte[], byte[]>> attempt(List<ProducerRecord<byte[], byte[]>> records)
      throws InterruptedException {
    List<UnderWay> sent = send(records);
    List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
    for (UnderWay each : sent) {
      if (!isAcknowledged(each)) {
        again.add(each.record());
      }
    }
    again.addAll(records.subList(sent.size(), records.size()));
    return again;
  }

  /** Ends with the first that cannot be queued: the others would wait as long for nothing. */
  private List<UnderWay> send(List<ProducerRecord<byte[], byte[]>> records)
      throws InterruptedException {
    List<UnderWay> sent = new ArrayList<>();
    try {
      for (ProducerRecord<byte[], byte[]> record : records) {
        UnderWay next = new UnderWay(record, producer.send(record));
        sent.add(next);
        if (next.acknowledgement().isDone() && !isAcknowledged(next)) {
          break;
        }
      }
      return sent;
    } catch (InterruptException e) {
      throw Failures.unwrapped(e);
    }
  }

  private boolean isAcknowledged(UnderWay record) throws InterruptedException {
    while (true) {
      try {
        record.acknowledgement().get(UNTIL_REMARKABLE.toNanos(), TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException e) {
        obstacle.is("the broker acknowledges nothing");
      } catch (ExecutionException e) {
        if (!Failures.passes(e.getCause())) {
          throw Failures.lasting(e.getCause());
        }
        obstacle.is(e.getCause().getMessage());
        return false;
      }
    }
  }
}
