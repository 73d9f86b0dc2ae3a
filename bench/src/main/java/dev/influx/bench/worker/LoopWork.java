package dev.influx.bench.worker;

import dev.influx.runtime.Health;
import dev.influx.schemas.wire.Registry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hand-written exactly-once loop: consumes, takes a step with each record, and commits what was
 * written together with the offsets, once per interval.
 */
final class LoopWork implements Work {
  private static final Logger LOG = LoggerFactory.getLogger(LoopWork.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Task task;
  private final Step step;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Thread thread = new Thread(this::run, "bench-loop");
  private boolean inTransaction;
  private long lastCommit;
  private volatile boolean stopped;
  private volatile Health health = Health.busy("joining its group");

  private LoopWork(Task task, Step step) {
    this.task = task;
    this.step = step;
    this.consumer =
        new KafkaConsumer<>(
            Tuning.consumer(task), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.producer =
        new KafkaProducer<>(
            Tuning.producer(task), new ByteArraySerializer(), new ByteArraySerializer());
  }

  static LoopWork start(Task task, Registry registry) {
    Step step =
        task.level() == Level.COPY ? new Step.Copy(task.copies()) : new ScoreStep(task, registry);
    LoopWork loop = new LoopWork(task, step);
    loop.thread.start();
    return loop;
  }

  private void run() {
    try (consumer;
        producer) {
      producer.initTransactions();
      consumer.subscribe(List.of(task.topics().raw()));
      lastCommit = System.nanoTime();
      while (!stopped) {
        take(consumer.poll(POLL));
        commitWhenDue();
      }
      commit();
      health = Health.busy("stopped");
    } catch (RuntimeException e) {
      LOG.error("the loop stops", e);
      health = Health.failed(e.toString());
    }
  }

  private void take(ConsumerRecords<byte[], byte[]> records) {
    if (records.isEmpty()) {
      return;
    }
    health = Health.ready();
    if (!inTransaction) {
      producer.beginTransaction();
      inTransaction = true;
    }
    records.forEach(record -> step.handle(record, this::send));
  }

  /** What could not be sent fails the commit. */
  private void send(ProducerRecord<byte[], byte[]> record) {
    var unused = producer.send(record);
  }

  private void commitWhenDue() {
    if (System.nanoTime() - lastCommit >= task.commitInterval().toNanos()) {
      commit();
      lastCommit = System.nanoTime();
    }
  }

  private void commit() {
    if (!inTransaction) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    consumer
        .assignment()
        .forEach(
            partition ->
                offsets.put(partition, new OffsetAndMetadata(consumer.position(partition))));
    producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
    producer.commitTransaction();
    inTransaction = false;
  }

  @Override
  public Map<String, Long> outcomes() {
    return step.outcomes();
  }

  @Override
  public String name() {
    return "loop";
  }

  @Override
  public Health health() {
    return health;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
