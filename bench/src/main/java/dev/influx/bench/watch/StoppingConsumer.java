package dev.influx.bench.watch;

import dev.influx.bench.lab.UnableToFinishRunException;
import dev.influx.runtime.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A consumer that keeps up with what is written, until it is stopped; the writing goes on. */
public final class StoppingConsumer implements AutoCloseable {
  public static final String GROUP = "stopping";
  private static final String TOPIC = "watched-stopping";
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long MILLIS_BETWEEN_RECORDS = 50;

  private final KafkaConnection kafka;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread writer = new Thread(this::write, "bench-writer");
  private volatile boolean reading;
  private Thread reader;

  private StoppingConsumer(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /** Begins to write; nobody reads yet. */
  public static StoppingConsumer start(KafkaConnection kafka) {
    try (Admin admin = Admin.create(kafka.client("bench-writer"))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new UnableToFinishRunException(TOPIC + " could not be made", e);
    }
    StoppingConsumer consumer = new StoppingConsumer(kafka);
    consumer.writer.start();
    return consumer;
  }

  private void write() {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka.client("bench-writer"), new ByteArraySerializer(), new ByteArraySerializer())) {
      while (!closing.await(MILLIS_BETWEEN_RECORDS, TimeUnit.MILLISECONDS)) {
        var unused = producer.send(new ProducerRecord<>(TOPIC, new byte[100]));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void read() {
    reading = true;
    reader = new Thread(this::consume, "bench-reader");
    reader.start();
  }

  private void consume() {
    Map<String, Object> settings = kafka.client("bench-reader");
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, 1_000);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      while (reading) {
        consumer.poll(POLL);
      }
    }
  }

  /** Returns when it has left its group. */
  public void stop() {
    reading = false;
    join(reader);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (reading) {
      stop();
    }
    closing.countDown();
    join(writer);
  }
}
