package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessIT {
  @TempDir private Path temp;
  private Path directory;

  @BeforeEach
  void chooseDirectory() {
    directory = temp.resolve("data");
  }

  @Test
  void printsNothing() throws Exception {
    try (BrokerProcess process = BrokerProcess.launch(directory, temp)) {
      new KafkaProbe(process.bootstrapServers()).createTopic("any");

      assertThat(process.stop()).isZero();
      assertThat(process.output()).isEmpty();
    }
  }

  @Test
  void keepsOtherProcessesOut() throws Exception {
    Path scratch = Files.createDirectory(temp.resolve("second"));
    try (BrokerProcess first = BrokerProcess.launch(directory, temp)) {
      KafkaProbe kafka = new KafkaProbe(first.bootstrapServers());
      assertThatExceptionOfType(UnableToStartBrokerException.class)
          .isThrownBy(() -> EmbeddedBroker.start(BrokerSettings.in(directory)))
          .withMessageContaining("in use by process " + first.pid());

      try (BrokerProcess second = BrokerProcess.launch(directory, scratch)) {
        assertThat(second.exitCode()).isNotZero();
        assertThat(second.output()).contains("in use by process " + first.pid());
      }

      kafka.createTopic("still-served");
      assertThat(first.stop()).isZero();
    }
  }

  /** A refusal must not give the lock up, as closing any channel of a locked file would. */
  @Test
  void staysOutAfterOthersWereRefused() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
      assertThatExceptionOfType(UnableToStartBrokerException.class)
          .isThrownBy(() -> EmbeddedBroker.start(BrokerSettings.in(directory)))
          .withMessageContaining("in use by process " + ProcessHandle.current().pid());

      try (BrokerProcess second = BrokerProcess.launch(directory, temp)) {
        assertThat(second.exitCode()).isNotZero();
        assertThat(second.output()).contains("in use by process " + ProcessHandle.current().pid());
      }
      assertThat(broker.failure().toCompletableFuture()).isNotDone();
    }
  }

  @Test
  void losesNothingWhenKilled() throws Exception {
    String[] values = {"a", "b", "c"};
    try (BrokerProcess process = BrokerProcess.launch(directory, temp)) {
      KafkaProbe kafka = new KafkaProbe(process.bootstrapServers());
      kafka.createTopic("kept");
      kafka.produce("kept", values);
      process.kill();
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
      KafkaProbe kafka = new KafkaProbe(broker);
      assertThat(kafka.values("kept", values.length)).containsExactly(values);
      kafka.produce("kept", "d");
      assertThat(kafka.values("kept", 4)).endsWith("d");
    }
  }
}
