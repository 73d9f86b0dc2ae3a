package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A monitor that is stopped and started again draws what it saw before. */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class MonitorRestartIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  @Test
  void whatWasSeenIsStillDrawnAndTheStartIsMarked(TestKafka kafka) throws Exception {
    String group = kafka.uniquePrefix() + "readers";
    kafka.createTopic(group, 1);
    try (Admin admin = kafka.admin()) {
      TopicPartition partition = new TopicPartition(group, 0);
      admin
          .alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(0)))
          .all()
          .get();
    }
    long first;
    try (TestingInflux monitor = monitor(kafka)) {
      URI url = address(monitor);
      // in two steps of the drawing, of which a new monitor could see the second one only
      first =
          await().atMost(PATIENCE).until(() -> known(history(url, group)), it -> it.length > 1)[0];
      monitor.terminate();
      assertThat(monitor.exitCode()).isEqualTo(143);
    }

    try (TestingInflux monitor = monitor(kafka)) {
      URI url = address(monitor);
      JsonNode drawn =
          await().atMost(PATIENCE).until(() -> history(url, group), it -> known(it).length > 0);
      assertThat(known(drawn)[0]).isEqualTo(first);
      assertThat(
              StreamSupport.stream(drawn.at("/marks").spliterator(), false)
                  .filter(mark -> mark.at("/kind").asText().equals("deploy"))
                  .toList())
          .hasSize(2)
          .allMatch(mark -> mark.at("/text").asText().startsWith("monitor of influx "));
    }
  }

  private TestingInflux monitor(TestKafka kafka) {
    return TestingInflux.start(
        directory,
        Map.of("INFLUX_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
        "monitor",
        "run",
        "-c",
        "monitor.port=0",
        "-c",
        "monitor.interval=1s");
  }

  private static URI address(TestingInflux process) {
    await().atMost(PATIENCE).until(() -> ADDRESS.matcher(process.err()).find());
    Matcher matcher = ADDRESS.matcher(process.err());
    assertThat(matcher.find()).isTrue();
    return URI.create(matcher.group());
  }

  /** When the group was seen. */
  private static long[] known(JsonNode drawn) {
    return IntStream.range(0, drawn.at("/records").size())
        .filter(i -> drawn.at("/records/" + i).isNumber())
        .mapToLong(i -> drawn.at("/at/" + i).longValue())
        .toArray();
  }

  private static JsonNode history(URI url, String group) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/api/lag/history?group=" + group)).build();
    return JSON.readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }
}
