package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lag by the commands that a person types, of a group that has nothing to do with influx. */
@WithKafka
class LagIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path directory;

  @Test
  void aGroupIsShownCheckedAndMissed(TestKafka kafka) throws Exception {
    String topic = kafka.uniquePrefix() + "orders";
    kafka.createTopic(topic, 1);
    write(kafka, topic, 5);
    commit(kafka, topic, 2);

    // a record that a busy broker does not give in time is read at the next look
    JsonNode group =
        await()
            .atMost(PATIENCE)
            .until(
                () -> json(kafka, ExitCode.OK, "lag", "--group", topic).at("/groups/0"),
                it -> "log_anchor".equals(it.at("/time_source").textValue()));
    assertThat(group.at("/records").longValue()).isEqualTo(3);
    assertThat(group.at("/partitions/0/end").longValue()).isEqualTo(5);
    assertThat(group.at("/members").isNull()).isTrue();
    assertThat(group.at("/retention_margin_seconds").doubleValue()).isPositive();

    TestingShell table = run(kafka, ExitCode.OK, "lag", "--group", topic, "--explain");
    assertThat(table.out()).contains(topic + "-0");

    TestingShell late =
        run(kafka, ExitCode.CHECK_FAILED, "check", "--group", topic, "--max-records", "2");
    assertThat(late.outLines()).containsExactly(topic + " records: 3 to read, more than 2");

    TestingShell stalled =
        run(
            kafka,
            ExitCode.CHECK_FAILED,
            "check",
            "--group",
            topic,
            "--over",
            "3s",
            "--stall-after",
            "1s");
    assertThat(stalled.outLines())
        .singleElement()
        .asString()
        .startsWith(topic + " stall: " + topic + "-0 has not moved for");

    commit(kafka, topic, 5);
    TestingShell well =
        run(
            kafka,
            ExitCode.OK,
            "check",
            "--group",
            topic,
            "--max-lag",
            "1ms",
            "--max-records",
            "0");
    assertThat(well.outLines()).isEmpty();
  }

  @Test
  void aGroupThatIsNotThereIsNotSaidToBeWell(TestKafka kafka) {
    TestingShell shown = run(kafka, ExitCode.FAILURE, "lag", "--group", "nobody");
    assertThat(shown.errLines().get(0)).isEqualTo("error: there is no group nobody");
    TestingShell checked = run(kafka, ExitCode.CHECK_FAILED, "check", "--group", "nobody");
    assertThat(checked.outLines()).containsExactly("nobody missing: there is no such group");
  }

  @Test
  void rulesOfAPipeThatIsNotThereAreLeftOut(TestKafka kafka) throws Exception {
    TestingShell shell =
        new TestingShell(directory)
            .variable("INFLUX_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    ExitCode code =
        shell.run("check", "-c", "topics.prefix=nobody.", "-c", "monitor.port=1", "--explain");

    // groups of other tests may be late
    assertThat(code).isIn(ExitCode.OK, ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .contains(
            "left out: gap, the topics of this installation are not there",
            "left out: collector, no monitor answers at http://127.0.0.1:1");
  }

  @Test
  void withoutABrokerNothingIsSaidToBeWell() {
    TestingShell shell = new TestingShell(directory);
    ExitCode code = shell.run("check", "-c", "kafka.bootstrap_servers=127.0.0.1:1");
    assertThat(code).as("%s", shell.errLines()).isEqualTo(ExitCode.BROKER_UNREACHABLE);
  }

  private JsonNode json(TestKafka kafka, ExitCode expected, String... command) throws Exception {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--format";
    all[command.length + 1] = "json";
    return new ObjectMapper().readTree(run(kafka, expected, all).out());
  }

  private TestingShell run(TestKafka kafka, ExitCode expected, String... command) {
    TestingShell shell =
        new TestingShell(directory)
            .variable("INFLUX_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    assertThat(shell.run(command)).as("%s", shell.errLines()).isEqualTo(expected);
    return shell;
  }

  private static void commit(TestKafka kafka, String topic, long offset) throws Exception {
    try (Admin admin = kafka.admin()) {
      admin
          .alterConsumerGroupOffsets(
              topic, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
          .all()
          .get();
    }
  }

  private static void write(TestKafka kafka, String topic, int records) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < records; i++) {
        producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
      }
    }
  }
}
