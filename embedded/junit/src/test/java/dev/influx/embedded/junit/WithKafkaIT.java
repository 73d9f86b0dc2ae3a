package dev.influx.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What every test may count on, wherever the broker runs. */
@WithKafka
class WithKafkaIT {
  private final TestKafka kafka;
  private final String prefix;

  WithKafkaIT(TestKafka kafka) {
    this.kafka = kafka;
    this.prefix = kafka.uniquePrefix();
  }

  @Test
  void sharesOneBrokerAndRegistry(TestKafka same) throws Exception {
    assertThat(same).isSameAs(kafka);
    SharedCluster.assertSame(kafka);
    assertThat(same.uniquePrefix()).isNotEqualTo(prefix).matches("t[0-9a-f]+\\.");

    HttpRequest subjects =
        HttpRequest.newBuilder(URI.create(kafka.registryUrl() + "/subjects")).build();
    assertThat(HttpClient.newHttpClient().send(subjects, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void isSetUpForExactlyOnceOnOneNode() throws Exception {
    try (Admin admin = kafka.admin()) {
      assertThat(admin.describeFeatures().featureMetadata().get().finalizedFeatures())
          .hasEntrySatisfying(
              "transaction.version",
              range -> assertThat(range.maxVersionLevel()).isEqualTo((short) 2));
      ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
      var config = admin.describeConfigs(List.of(broker)).all().get().get(broker);
      assertThat(config.get("auto.create.topics.enable").value()).isEqualTo("false");
      assertThat(config.get("transaction.state.log.min.isr").value()).isEqualTo("1");
      assertThat(config.get("group.min.session.timeout.ms").value()).isEqualTo("1000");
    }
  }

  @Test
  void processesExactlyOnce() throws Exception {
    String topic = prefix + "numbers";
    kafka.createTopic(topic, 2);
    try (KafkaProducer<String, String> producer = producer()) {
      producer.initTransactions();
      send(producer, topic, "lost");
      producer.abortTransaction();
      send(producer, topic, "kept");
      producer.commitTransaction();

      assertThat(read(topic, 1)).containsExactly("kept");
      commitThrough(producer, topic);
    }
    try (Admin admin = kafka.admin()) {
      assertThat(
              admin
                  .listConsumerGroupOffsets(prefix + "group")
                  .partitionsToOffsetAndMetadata()
                  .get())
          .containsEntry(new TopicPartition(topic, 0), new OffsetAndMetadata(7));
    }
  }

  private static void send(KafkaProducer<String, String> producer, String topic, String value)
      throws Exception {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic, 0, "k", value)).get(30, TimeUnit.SECONDS);
  }

  private void commitThrough(KafkaProducer<String, String> producer, String topic) {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      producer.beginTransaction();
      producer.sendOffsetsToTransaction(
          Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(7)), consumer.groupMetadata());
      producer.commitTransaction();
    }
  }

  private List<String> read(String topic, int count) {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      consumer.subscribe(List.of(topic));
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
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", prefix + "tx"),
        new StringSerializer(),
        new StringSerializer());
  }

  private KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "group.id", prefix + "group",
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
