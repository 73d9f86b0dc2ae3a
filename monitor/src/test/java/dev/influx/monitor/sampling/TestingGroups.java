package dev.influx.monitor.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;

/** Groups that read, and producers that write, until the test is over. */
final class TestingGroups implements AutoCloseable {
  private final String bootstrapServers;
  private final Deque<Runnable> ends = new ArrayDeque<>();

  TestingGroups(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Records into the first partition, a second apart. */
  void write(String topic, Instant first, int records) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      for (int i = 0; i < records; i++) {
        producer.send(record(topic, first.plusSeconds(i).toEpochMilli())).get();
      }
    }
  }

  /** The same in a transaction, whose marker follows. */
  void transact(String topic, Instant first, int records) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer(transactional(topic))) {
      producer.initTransactions();
      producer.beginTransaction();
      for (int i = 0; i < records; i++) {
        producer.send(record(topic, first.plusSeconds(i).toEpochMilli())).get();
      }
      producer.commitTransaction();
    }
  }

  /** A transaction that stays open until the test is over. */
  void beginTransaction(String topic, int records) throws Exception {
    KafkaProducer<byte[], byte[]> producer = producer(transactional(topic + "-open"));
    ends.push(() -> producer.close(Duration.ZERO));
    producer.initTransactions();
    producer.beginTransaction();
    for (int i = 0; i < records; i++) {
      producer.send(record(topic, Instant.now().toEpochMilli())).get();
    }
    producer.flush();
  }

  private static Map<String, Object> transactional(String id) {
    return Map.of("transactional.id", id);
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, long timestamp) {
    return new ProducerRecord<>(topic, 0, timestamp, null, new byte[] {1});
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("bootstrap.servers", bootstrapServers);
    return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A consumer in a thread of its own; returns the name of its group. */
  String consume(String protocol, String group, String topic) {
    AtomicBoolean over = new AtomicBoolean();
    Thread thread = new Thread(() -> poll(protocol, group, topic, over), group);
    thread.start();
    ends.push(
        () -> {
          over.set(true);
          join(thread);
        });
    return group;
  }

  private void poll(String protocol, String group, String topic, AtomicBoolean over) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", group,
            "group.protocol", protocol,
            "auto.offset.reset", "earliest",
            "auto.commit.interval.ms", 100);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (!over.get()) {
        consumer.poll(Duration.ofMillis(100));
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A Streams application; returns the name of its group. */
  String stream(String protocol, String application, String topic) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topic).foreach((key, value) -> {});
    Properties settings = new Properties();
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, protocol);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    settings.put("auto.offset.reset", "earliest");
    settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    KafkaStreams streams = new KafkaStreams(builder.build(), settings);
    streams.start();
    ends.push(() -> streams.close(Duration.ofSeconds(10)));
    return application;
  }

  @Override
  public void close() {
    while (!ends.isEmpty()) {
      ends.pop().run();
    }
  }
}
