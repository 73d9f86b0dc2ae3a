package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the tests do to a broker through the ordinary clients. */
final class KafkaProbe {
  private final String bootstrapServers;

  KafkaProbe(EmbeddedBroker broker) {
    this(broker.bootstrapServers());
  }

  KafkaProbe(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  void createTopic(String name) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
  }

  KafkaProducer<String, String> producer(String transactionalId) {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "transactional.id", transactionalId),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    return producer;
  }

  KafkaConsumer<String, String> consumer(String group) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", group,
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  void produce(String topic, String... values) {
    try (KafkaProducer<String, String> producer = producer("probe")) {
      producer.beginTransaction();
      send(producer, topic, Arrays.asList(values));
      producer.commitTransaction();
    }
  }

  /** Reads, writes and moves on in one transaction, which is committed or not. */
  void copyUpperCase(String from, String to, int count, boolean commit) {
    try (KafkaConsumer<String, String> consumer = consumer("copy");
        KafkaProducer<String, String> producer = producer("copy")) {
      consumer.subscribe(List.of(from));
      List<String> values = poll(consumer, count);
      producer.beginTransaction();
      send(producer, to, values.stream().map(value -> value.toUpperCase(Locale.ROOT)).toList());
      producer.sendOffsetsToTransaction(
          Map.of(new TopicPartition(from, 0), new OffsetAndMetadata(count)),
          consumer.groupMetadata());
      if (commit) {
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
    }
  }

  private static void send(
      KafkaProducer<String, String> producer, String topic, List<String> values) {
    List<Future<RecordMetadata>> sent =
        values.stream().map(value -> producer.send(new ProducerRecord<>(topic, value))).toList();
    producer.flush();
    assertThat(sent).allMatch(Future::isDone);
  }

  /** The first committed values of a topic, as many as are expected. */
  List<String> values(String topic, int count) {
    try (KafkaConsumer<String, String> consumer = consumer("reader-of-" + topic)) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      consumer.seekToBeginning(consumer.assignment());
      return poll(consumer, count);
    }
  }

  private static List<String> poll(KafkaConsumer<String, String> consumer, int count) {
    List<String> values = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(100))) {
                values.add(each.value());
              }
              return values.size() >= count;
            });
    return values;
  }

  long committed(String group, String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return offsets.get(new TopicPartition(topic, 0)).offset();
    }
  }
}
