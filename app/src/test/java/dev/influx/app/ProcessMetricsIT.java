package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What each process of a pipe exports when it runs by itself. */
@WithKafka
@Isolated("six processes take the processors")
class ProcessMetricsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  /** Nobody else listens at this address of this machine, so that every port is free. */
  private static final String HOST = "127.0.77.1";

  private static final int FIRST_PORT = 9101;
  private static final Map<String, String> TOKEN = Map.of("INFLUX_API_TOKEN", "for-the-simulator");

  /** One line for each process: its name, and what it exports; with ? what comes and goes. */
  private static final Path OWNERS =
      TestingMetricNames.LIST.resolveSibling("metrics-by-process.txt");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path directory;

  @Test
  void everyProcessExportsWhatItOwns(TestKafka kafka) throws Exception {
    Map<String, Owned> owned = owned();
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory);
        TestingInflux simulator = pipeline.process(TOKEN, "sim", "--port", "0", "--authors", "60");
        TestingInflux scorer = part(pipeline, 1, "scorer", "run");
        TestingInflux sink = part(pipeline, 2, "sink", "run");
        TestingInflux monitor = pipeline.process("monitor", "run", "-c", "monitor.port=0");
        TestingInflux harvester =
            part(pipeline, 3, "harvest", "run", "--simulator", address(simulator).toString())) {
      pipeline.send(pipeline.installation.topics().raw(), "1", "garbage".getBytes(UTF_8));
      assertExports(owned.get("scorer"), at(1), scorer);
      assertExports(owned.get("sink"), at(2), sink);
      assertExports(owned.get("harvester"), at(3), harvester);
      pipeline.json(ExitCode.OK, ReplayIT.plan("slow", "m2@2"));
      try (TestingInflux replay = pipeline.process("replay", "apply", "slow.json", "--rate", "1")) {
        assertExports(owned.get("monitor"), address(monitor).resolve("/metrics"), monitor);
        assertThat(replay.alive()).as(replay.err()).isTrue();
      }
    }
    Set<String> all = new TreeSet<>();
    owned.values().forEach(it -> all.addAll(it.all()));
    assertThat(all).isEqualTo(new TreeSet<>(TestingMetricNames.exported().families().keySet()));
  }

  /** What a process exports here, and what it may export besides. */
  private record Owned(Set<String> always, Set<String> all) {
    static Owned of(List<String> words) {
      Set<String> always =
          words.stream().filter(word -> !word.startsWith("?")).collect(Collectors.toSet());
      Set<String> all =
          words.stream().map(word -> word.replace("?", "")).collect(Collectors.toSet());
      return new Owned(always, all);
    }
  }

  private static Map<String, Owned> owned() throws IOException {
    Map<String, Owned> owned = new TreeMap<>();
    for (String line : Files.readAllLines(OWNERS)) {
      if (!line.startsWith("#")) {
        List<String> words = List.of(line.split(" ", -1));
        owned.put(words.get(0), Owned.of(words.subList(1, words.size())));
      }
    }
    return owned;
  }

  private static TestingInflux part(TestingPipeline pipeline, int number, String... command) {
    String[] more = {
      "-c", "http.host=" + HOST,
      "-c", "http.port=" + (FIRST_PORT + number),
      "-c", "scorer.policy=m2_simulated@2",
      "-c", "scorer.commit_interval=200ms",
      "-c", "sink.publish_interval=1s"
    };
    return pipeline.process(
        TOKEN, Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private static URI at(int number) {
    return URI.create("http://" + HOST + ":" + (FIRST_PORT + number) + "/metrics");
  }

  private static URI address(TestingInflux process) {
    await().atMost(PATIENCE).until(() -> ADDRESS.matcher(process.err()).find());
    Matcher matcher = ADDRESS.matcher(process.err());
    assertThat(matcher.find()).isTrue();
    return URI.create(matcher.group());
  }

  /** Most of it comes only when there was something to count. */
  private static void assertExports(Owned owned, URI metrics, TestingInflux process) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(
            () -> {
              TestingScrape scrape = new TestingScrape(get(metrics));
              scrape.assertIsAsAgreed();
              assertThat(scrape.families().keySet())
                  .as("%s", process.err())
                  .isSubsetOf(owned.all())
                  .containsAll(owned.always());
            });
  }

  private static String get(URI uri) throws IOException, InterruptedException {
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }
}
