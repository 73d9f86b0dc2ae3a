package dev.influx.bench.watch;

import dev.influx.bench.lab.UnableToFinishRunException;
import dev.influx.runtime.KafkaConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Groups with a topic each, of which a quarter is always behind: at every step a record comes to
 * each of its partitions, and it commits the one before.
 */
public final class ManyGroups implements AutoCloseable {
  private static final int BEHIND = 4;
  private static final long FIRST_RECORDS = 3;
  private static final short ONE_COPY = 1;
  private static final int TOPICS_AT_ONCE = 20;

  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final int groups;
  private final int partitionsEach;
  private final Duration step;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "bench-groups");
  private long committed = 1;

  private ManyGroups(KafkaConnection kafka, int groups, int partitionsEach, Duration step) {
    this.admin = Admin.create(kafka.client("bench-groups"));
    Map<String, Object> settings = kafka.client("bench-groups");
    // a broker takes a while to know topics that were made just now, and would miss sequences
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.groups = groups;
    this.partitionsEach = partitionsEach;
    this.step = step;
  }

  /** Makes them, and lets them move until they are closed. */
  public static ManyGroups start(
      KafkaConnection kafka, int groups, int partitionsEach, Duration step) {
    ManyGroups all = new ManyGroups(kafka, groups, partitionsEach, step);
    try {
      all.create();
      all.thread.start();
      return all;
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }

  private void create() {
    for (int first = 0; first < groups; first += TOPICS_AT_ONCE) {
      List<NewTopic> topics =
          IntStream.range(first, Math.min(groups, first + TOPICS_AT_ONCE))
              .mapToObj(group -> new NewTopic(topic(group), partitionsEach, ONE_COPY))
              .toList();
      await(admin.createTopics(topics).all());
    }
    for (int i = 0; i < FIRST_RECORDS; i++) {
      IntStream.range(0, groups).forEach(this::write);
    }
    producer.flush();
    commit(group -> true, FIRST_RECORDS);
    commit(ManyGroups::isBehind, committed);
  }

  private static String topic(int group) {
    return "watched-" + group;
  }

  private static boolean isBehind(int group) {
    return group % BEHIND == 0;
  }

  private void write(int group) {
    for (int partition = 0; partition < partitionsEach; partition++) {
      var unused =
          producer.send(new ProducerRecord<>(topic(group), partition, null, new byte[100]));
    }
  }

  private void commit(IntPredicate which, long offset) {
    List<KafkaFuture<Void>> commits = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      if (which.test(group)) {
        commits.add(
            admin.alterConsumerGroupOffsets("group-" + group, offsets(group, offset)).all());
      }
    }
    commits.forEach(ManyGroups::await);
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(int group, long offset) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (int partition = 0; partition < partitionsEach; partition++) {
      offsets.put(new TopicPartition(topic(group), partition), new OffsetAndMetadata(offset));
    }
    return offsets;
  }

  private void run() {
    try {
      while (!stopping.await(step.toMillis(), TimeUnit.MILLISECONDS)) {
        IntStream.range(0, groups).filter(ManyGroups::isBehind).forEach(this::write);
        producer.flush();
        commit(ManyGroups::isBehind, ++committed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(KafkaFuture<Void> done) {
    try {
      done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnableToFinishRunException("interrupted while groups were moved", e);
    } catch (ExecutionException e) {
      throw new UnableToFinishRunException("the groups could not be moved", e.getCause());
    }
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
    admin.close();
  }
}
