package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  @TempDir private Path temp;

  @Test
  void processesExactlyOnce() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(temp))) {
      KafkaProbe kafka = new KafkaProbe(broker);
      kafka.createTopic("in");
      kafka.createTopic("out");
      kafka.produce("in", "a", "b");

      kafka.copyUpperCase("in", "out", 2, false);
      kafka.copyUpperCase("in", "out", 2, true);

      assertThat(kafka.values("out", 2)).containsExactly("A", "B");
      assertThat(kafka.committed("copy", "in")).isEqualTo(2);
    }
  }

  @Test
  void continuesWhereItStopped() throws Exception {
    String clusterId;
    BrokerSettings settings;
    try (EmbeddedBroker first = EmbeddedBroker.start(BrokerSettings.in(temp))) {
      clusterId = first.clusterId();
      settings = first.settings();
      KafkaProbe kafka = new KafkaProbe(first);
      kafka.createTopic("in");
      kafka.createTopic("out");
      kafka.produce("in", "a", "b");
      kafka.copyUpperCase("in", "out", 2, true);
    }

    try (EmbeddedBroker second = EmbeddedBroker.start(settings)) {
      KafkaProbe kafka = new KafkaProbe(second);
      assertThat(second.clusterId()).isEqualTo(clusterId);
      assertThat(second.settings()).isEqualTo(settings);
      assertThat(kafka.values("in", 2)).containsExactly("a", "b");
      assertThat(kafka.committed("copy", "in")).isEqualTo(2);
      kafka.produce("in", "c");
      assertThat(kafka.values("in", 3)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void hasTheFeaturesThatExactlyOnceRestsOn() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(temp));
        Admin admin = new KafkaProbe(broker).admin()) {
      Map<String, Short> levels =
          admin.describeFeatures().featureMetadata().get().finalizedFeatures().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, EmbeddedBrokerIT::level));

      assertThat(levels)
          .containsEntry("transaction.version", (short) 2)
          .containsEntry("group.version", (short) 1)
          .containsEntry("streams.version", (short) 1);
      assertThat(admin.describeCluster().clusterId().get()).isEqualTo(broker.clusterId());
      assertThat(admin.describeCluster().nodes().get())
          .singleElement()
          .satisfies(node -> assertThat(node.host()).isEqualTo("127.0.0.1"));
    }
  }

  private static short level(Map.Entry<String, FinalizedVersionRange> feature) {
    return feature.getValue().maxVersionLevel();
  }

  @Test
  void runsBesideAnother() throws Exception {
    try (EmbeddedBroker one = EmbeddedBroker.start(BrokerSettings.in(temp.resolve("one")));
        EmbeddedBroker two = EmbeddedBroker.start(BrokerSettings.in(temp.resolve("two")))) {
      new KafkaProbe(one).createTopic("only-here");

      try (Admin admin = new KafkaProbe(two).admin()) {
        assertThat(admin.listTopics().names().get()).isEmpty();
      }
      assertThat(one.clusterId()).isNotEqualTo(two.clusterId());
    }
  }

  @Test
  void leavesNothingRunning() throws Exception {
    Set<String> before = threads();
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(temp));
    new KafkaProbe(broker).createTopic("any");

    broker.close();
    broker.close();

    await().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    assertThat(broker.failure().toCompletableFuture()).isNotDone();
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .map(Thread::getName)
        .filter(name -> !name.startsWith("awaitility"))
        .collect(Collectors.toSet());
  }

  @Test
  void refusesADirectoryInUse() {
    try (EmbeddedBroker first = EmbeddedBroker.start(BrokerSettings.in(temp))) {
      assertRefused(BrokerSettings.in(temp), "in use by process", "another data directory");
      assertThat(first.failure().toCompletableFuture()).isNotDone();
    }
  }

  @Test
  void refusesATakenPortAndGivesTheDirectoryBack() throws Exception {
    try (ServerSocket other = new ServerSocket()) {
      other.bind(Loopback.address(0));
      assertRefused(
          BrokerSettings.in(temp).withPort(other.getLocalPort()),
          "Port " + other.getLocalPort(),
          "choose another port");
    }
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(temp));
    broker.close();

    assertThat(broker.clusterId()).isNotBlank();
  }

  @Test
  void refusesTheDataOfANewerKafka() throws Exception {
    Files.writeString(
        temp.resolve(DataDirectory.LABEL),
        "{\"kind\":\"broker\",\"format\":1,\"kafka\":\"99.0.0\"}");

    assertRefused(BrokerSettings.in(temp), "Kafka 99.0.0 wrote it", "the version that wrote it");
  }

  @Test
  void namesTheSettingThatKafkaDoesNotTake() {
    assertRefused(
        BrokerSettings.in(temp).with("num.io.threads", "many"),
        "num.io.threads",
        "Correct that Kafka setting");
  }

  @Test
  void saysWhatKafkaFoundWrongAndLetsGo() throws Exception {
    EmbeddedBroker.start(BrokerSettings.in(temp)).close();
    Path properties = temp.resolve("kafka/meta.properties");
    Files.writeString(properties, Files.readString(properties).replace("node.id=1", "node.id=7"));

    assertRefused(BrokerSettings.in(temp), "Stored node id 7", "choose an empty directory");
    assertRefused(BrokerSettings.in(temp), "Stored node id 7", "choose an empty directory");
  }

  private void assertRefused(BrokerSettings settings, String why, String remedy) {
    assertThatExceptionOfType(UnableToStartBrokerException.class)
        .isThrownBy(() -> EmbeddedBroker.start(settings))
        .satisfies(e -> assertThat(e.what()).contains(temp.toString()))
        .satisfies(e -> assertThat(e.why()).contains(why))
        .satisfies(e -> assertThat(e.remedy()).contains(remedy))
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(3));
  }
}
