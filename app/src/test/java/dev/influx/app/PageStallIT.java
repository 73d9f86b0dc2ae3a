package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.app.page.Browser;
import dev.influx.app.page.Look;
import dev.influx.app.page.PageView;
import dev.influx.app.page.WithBrowser;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.runtime.Health;
import dev.influx.schemas.topics.Topics;
import dev.influx.scorer.topology.Scorer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of a scorer that stopped, while observations go on. */
@WithKafka
@WithBrowser
class PageStallIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int AUTHORS = 6;
  private static final Pattern PAGE = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");

  @TempDir private Path directory;

  @Test
  void aStoppedScorerTurnsItsEdgeToStallAndIsNamed(TestKafka kafka, Browser browser)
      throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory);
        TestingInflux monitor = monitor(pipeline)) {
      await().atMost(PATIENCE).until(() -> address(monitor).isPresent());
      PageView page = PageView.open(browser, address(monitor).orElseThrow() + "/", Look.DESK);
      observe(pipeline, 0);
      try (Scorer scorer = pipeline.scorer()) {
        await().atMost(PATIENCE).until(() -> scorer.health().state() == Health.State.READY);
        await().atMost(PATIENCE).until(() -> authorsWithResults(pipeline) == AUTHORS);
        page.tab().awaitText("[data-edge='raw-scorer'] .pill", "ok");
        page.tab().awaitText("#pipe .at-scorer .pill", "running");
      }
      observe(pipeline, 1);
      page.tab().awaitText("[data-edge='raw-scorer'] .pill", "stall");
      assertThat(page.tab().text("#pipe .reasons"))
          .contains(pipeline.installation.topics().raw(), "has not moved");
      assertThat(page.tab().text("#headline .verdict")).isEqualTo("Stalled");
      page.assertNothingWasComplainedOf();
      page.tab().close();
    }
  }

  /** Results come with the commit of their observations; without one a group is no stalled one. */
  private static long authorsWithResults(TestingPipeline pipeline) {
    Topics topics = pipeline.installation.topics();
    return Stream.of(topics.accepted(), topics.rejected())
        .flatMap(topic -> pipeline.records(topic).stream())
        .map(ConsumerRecord::key)
        .distinct()
        .count();
  }

  private static void observe(TestingPipeline pipeline, int day) throws Exception {
    for (int author = 0; author < AUTHORS; author++) {
      pipeline.observe(TestingObservations.author(author, day));
    }
  }

  private TestingInflux monitor(TestingPipeline pipeline) {
    return TestingInflux.start(
        directory,
        Map.of(
            "INFLUX_KAFKA_BOOTSTRAP_SERVERS",
            pipeline.installation.kafka().bootstrapServers(),
            "INFLUX_REGISTRY_URL",
            pipeline.installation.registryUrl().toString(),
            "INFLUX_TOPICS_PREFIX",
            pipeline.installation.topics().prefix()),
        "monitor",
        "run",
        "-c",
        "monitor.port=0",
        "-c",
        "monitor.interval=2s");
  }

  private static Optional<String> address(TestingInflux monitor) {
    Matcher page = PAGE.matcher(monitor.err());
    return page.find() ? Optional.of(page.group(1)) : Optional.empty();
  }
}
