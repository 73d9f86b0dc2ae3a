package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.schemas.RawProfile;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters, by the commands that a person types. */
@WithKafka
class DlqIT {
  private static final RawProfile AUTHOR = TestingObservations.author(0, 0);

  @TempDir private Path directory;

  @Test
  void whatIsSoundNowGoesBackOnceAndTheRestStays(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      letter(pipeline, "failed", AUTHOR.getId(), bytes(pipeline), "0");
      letter(pipeline, "undecodable", "3", "garbage".getBytes(UTF_8), "0");
      letter(pipeline, "key_mismatch", "4", bytes(pipeline), "0");
      letter(pipeline, "failed", AUTHOR.getId(), bytes(pipeline), "3");

      JsonNode before = pipeline.json(ExitCode.OK, "dlq", "list");
      assertThat(before)
          .extracting(it -> it.get("reason").textValue() + it.get("letters"))
          .containsExactly("failed2", "key_mismatch1", "undecodable1");
      run(pipeline, ExitCode.NEEDS_CONFIRMATION, "dlq", "redrive", "--all");
      assertThat(pipeline.records(pipeline.installation.topics().raw())).isEmpty();

      TestingShell shell = run(pipeline, ExitCode.CHECK_FAILED, "dlq", "redrive", "--all", "--yes");
      assertThat(shell.outLines()).containsExactly("1 of 4 were put back");
      assertThat(shell.errLines())
          .anyMatch(line -> line.contains("it still cannot be read"))
          .anyMatch(line -> line.contains("its key is not the id of the author"))
          .anyMatch(line -> line.contains("it died again 3 times"));
      List<ConsumerRecord<String, byte[]>> raw =
          pipeline.records(pipeline.installation.topics().raw());
      assertThat(raw).hasSize(1);
      assertThat(raw.get(0).value()).isEqualTo(bytes(pipeline));
      assertThat(raw.get(0).timestamp()).isEqualTo(1_700_000_000_000L);
      assertThat(new String(raw.get(0).headers().lastHeader("influx.redrive.count").value(), UTF_8))
          .isEqualTo("1");
      assertThat(raw.get(0).headers().lastHeader("influx.dead.reason")).isNull();

      run(pipeline, ExitCode.CHECK_FAILED, "dlq", "redrive", "--all", "--yes");
      assertThat(pipeline.records(pipeline.installation.topics().raw())).hasSize(1);
    }
  }

  @Test
  void whatIsDiscardedIsListedNoMore(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      letter(pipeline, "undecodable", "3", "garbage\u001b[2J".getBytes(UTF_8), "0");
      JsonNode sample = pipeline.json(ExitCode.OK, "dlq", "list").at("/0/samples/0");
      String id = sample.get("letter").textValue();
      assertThat(sample.get("from").textValue()).endsWith("profiles.raw-0@7");

      TestingShell shown = run(pipeline, ExitCode.OK, "dlq", "show", id);
      assertThat(shown.out()).contains("67 61 72 62 61 67 65", "garbage.[2J");

      run(pipeline, ExitCode.NEEDS_CONFIRMATION, "dlq", "discard", id);
      run(pipeline, ExitCode.OK, "dlq", "discard", id, "--yes");
      assertThat(pipeline.json(ExitCode.OK, "dlq", "list")).isEmpty();
      TestingShell gone = run(pipeline, ExitCode.FAILURE, "dlq", "show", id);
      assertThat(gone.errLines().get(0)).isEqualTo("error: there is no open dead letter " + id);
      run(pipeline, ExitCode.USAGE, "dlq", "discard");
      assertThat(pipeline.json(ExitCode.OK, "replay", "log").at("/0/action").textValue())
          .isEqualTo("discarded");
    }
  }

  private static byte[] bytes(TestingPipeline pipeline) {
    return pipeline
        .registry
        .serializer(RawProfile.class)
        .serialize(pipeline.installation.topics().raw(), AUTHOR);
  }

  private static TestingShell run(TestingPipeline pipeline, ExitCode expected, String... command) {
    TestingShell shell = pipeline.shell();
    assertThat(shell.run(command)).as("%s", shell.errLines()).isEqualTo(expected);
    return shell;
  }

  /** As the scorer writes it. */
  static void letter(
      TestingPipeline pipeline, String reason, String key, byte[] value, String redriven)
      throws Exception {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(pipeline.installation.topics().dead(), key, value);
    letter.headers().add("influx.redrive.count", redriven.getBytes(UTF_8));
    letter.headers().add("influx.dead.reason", reason.getBytes(UTF_8));
    letter.headers().add("influx.dead.error", "it failed".getBytes(UTF_8));
    String raw = pipeline.installation.topics().raw();
    letter.headers().add("influx.dead.topic", raw.getBytes(UTF_8));
    letter.headers().add("influx.dead.partition", "0".getBytes(UTF_8));
    letter.headers().add("influx.dead.offset", "7".getBytes(UTF_8));
    letter.headers().add("influx.dead.timestamp", "1700000000000".getBytes(UTF_8));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            pipeline.installation.kafka().client("test"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(letter).get();
    }
  }
}
