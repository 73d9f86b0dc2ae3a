package dev.influx.sink;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicAdmin;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.TopicSpec;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of one test that a sink reads, written in transactions as the scorer does. */
final class TestingAcceptedTopic implements AutoCloseable {
  private static final int PARTITIONS = 2;

  private final KafkaConnection connection;
  private final Topics topics;
  private final Registry registry;
  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;

  TestingAcceptedTopic(TestKafka kafka) {
    this(kafka.bootstrapServers(), kafka.registryUrl(), kafka.uniquePrefix());
  }

  TestingAcceptedTopic(String bootstrapServers, String registryUrl, String prefix) {
    connection = KafkaConnection.to(bootstrapServers);
    topics = new Topics(prefix);
    registry = Registry.at(registryUrl, Map.of());
    admin = Admin.create(connection.client("test-admin"));
    Map<String, Object> settings = connection.client("test-producer");
    settings.put("transactional.id", prefix + "test");
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Makes the topics and registers their schemas. */
  TestingAcceptedTopic create() {
    List<TopicSpec> read =
        topics.catalogue(PARTITIONS).stream()
            .filter(topic -> List.of(topics.accepted(), topics.rejected()).contains(topic.name()))
            .toList();
    try (TopicAdmin applying = TopicAdmin.connect(connection)) {
      applying.apply(read, (short) 1);
    }
    read.forEach(registry::register);
    producer.initTransactions();
    return this;
  }

  KafkaConnection connection() {
    return connection;
  }

  Topics topics() {
    return topics;
  }

  Registry registry() {
    return registry;
  }

  /** What one transaction writes. */
  @FunctionalInterface
  interface Transaction {
    void write(TestingAcceptedTopic topic);
  }

  void commit(Transaction transaction) {
    producer.beginTransaction();
    transaction.write(this);
    producer.commitTransaction();
  }

  /** The records reach the log before they are given up. */
  void abort(Transaction transaction) {
    producer.beginTransaction();
    transaction.write(this);
    producer.flush();
    producer.abortTransaction();
  }

  void accept(ScoredProfile author) {
    byte[] value = registry.serializer(ScoredProfile.class).serialize(topics.accepted(), author);
    send(author.getId(), value, author.getObservedAt());
  }

  void withdraw(String id) {
    send(id, null, TestingAuthors.SEEN);
  }

  void reject(RejectedProfile author) {
    byte[] value = registry.serializer(RejectedProfile.class).serialize(topics.rejected(), author);
    send(topics.rejected(), author.getId(), value, author.getObservedAt());
  }

  void readmit(String id) {
    send(topics.rejected(), id, null, TestingAuthors.SEEN);
  }

  void send(String id, byte[] value, Instant at) {
    send(topics.accepted(), id, value, at);
  }

  private void send(String topic, String id, byte[] value, Instant at) {
    // A commit fails when any record of its transaction did.
    Future<?> unused =
        producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), id, value));
  }

  /** Where the log of accepted authors ends, markers and aborted records included. */
  Map<Integer, Long> ends() {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int i = 0; i < PARTITIONS; i++) {
      latest.put(new TopicPartition(topics.accepted(), i), OffsetSpec.latest());
    }
    Map<Integer, Long> ends = new TreeMap<>();
    answer(() -> admin.listOffsets(latest).all().get())
        .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
    return ends;
  }

  /** What is committed of accepted authors. */
  Map<Integer, OffsetAndMetadata> committed(String group) {
    return committed(group, topics.accepted());
  }

  Map<Integer, OffsetAndMetadata> committed(String group, String topic) {
    Map<Integer, OffsetAndMetadata> committed = new TreeMap<>();
    answer(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get())
        .forEach(
            (partition, offset) -> {
              if (partition.topic().equals(topic)) {
                committed.put(partition.partition(), offset);
              }
            });
    return committed;
  }

  /** How far a sink has read the accepted authors; nothing before it could connect. */
  Map<Integer, Long> consumed(RunningSink sink) {
    return sink.status().consumed().getOrDefault(topics.accepted(), new TreeMap<>());
  }

  private static <T> T answer(Question<T> question) {
    try {
      return question.ask();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the broker did not answer", e);
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws InterruptedException, ExecutionException;
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    try {
      registry.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
