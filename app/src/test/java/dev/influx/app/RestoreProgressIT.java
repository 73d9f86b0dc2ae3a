package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.app.pipe.Backlog;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.Wiring;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.runtime.files.DirectoryTree;
import dev.influx.schemas.RawProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scorer says of itself while it reads back what it knew, from a broker that is slow. */
@WithKafka
class RestoreProgressIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int AUTHORS = 60;
  private static final int DAYS = 100;
  private static final String INSTANCE = "slow";

  /** The host is one at which nobody else listens, so that the port is free. */
  private static final URI AT = URI.create("http://127.0.78.1:9101");

  private static final Pattern LEFT =
      Pattern.compile("scorer: BUSY \\(restoring: ([\\d,]+) records left, about \\d+ s\\)");
  private static final Pattern METRIC =
      Pattern.compile("^influx_restore_remaining_records (\\S+)$", Pattern.MULTILINE);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path directory;

  @Test
  void aScorerThatRestoresSaysHowMuchIsLeftAndForHowLong(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory);
        Admin admin = kafka.admin()) {
      pipeline.observeAll(observations());
      try (TestingInflux scorer = scorer(pipeline)) {
        await().atMost(PATIENCE).until(() -> settled(pipeline.installation));
        scorer.terminate();
        assertThat(scorer.exitCode()).as(scorer.err()).isEqualTo(143);
      }
      DirectoryTree.delete(directory.resolve("data"));
      restoreAt(admin, Optional.of(60_000.0));
      try (TestingInflux scorer = scorer(pipeline)) {
        await()
            .atMost(PATIENCE)
            .ignoreExceptionsInstanceOf(IOException.class)
            .until(() -> left().isPresent());
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(metric()).isPositive();
        awaitLessAndLess(scorer);
        restoreAt(admin, Optional.empty());
        await().atMost(PATIENCE).until(() -> get("/readyz").statusCode() == 200);
        assertThat(metric()).isZero();
      }
    }
  }

  private static RawProfile[] observations() {
    return IntStream.range(0, AUTHORS * DAYS)
        .mapToObj(it -> TestingObservations.author(it % AUTHORS, it / AUTHORS))
        .toArray(RawProfile[]::new);
  }

  private static TestingInflux scorer(TestingPipeline pipeline) {
    return pipeline.process(
        "scorer",
        "run",
        "-c",
        "scorer.instance=" + INSTANCE,
        "-c",
        "http.host=" + AT.getHost(),
        "-c",
        "http.port=" + AT.getPort(),
        "-c",
        "scorer.properties.producer.batch.size=16384",
        "-c",
        "scorer.properties.producer.compression.type=none");
  }

  private static boolean settled(Installation installation) throws Exception {
    try (Backlog backlog = new Backlog(installation.kafka())) {
      String group = Wiring.scorerGroup(installation);
      return backlog.atRest(group, installation.topics().scorerInputs());
    }
  }

  /** As many bytes a second as the broker lets the scorer read back; as many as it likes. */
  private static void restoreAt(Admin admin, Optional<Double> bytesPerSecond) throws Exception {
    String client = INSTANCE + "-StateUpdater-1-restore-consumer";
    ClientQuotaAlteration.Op op =
        new ClientQuotaAlteration.Op("consumer_byte_rate", bytesPerSecond.orElse(null));
    admin
        .alterClientQuotas(
            List.of(
                new ClientQuotaAlteration(
                    new ClientQuotaEntity(Map.of(ClientQuotaEntity.CLIENT_ID, client)),
                    List.of(op))))
        .all()
        .get();
  }

  /** Of the logs of the state some begin later than others: what is left may rise at first. */
  private static void awaitLessAndLess(TestingInflux scorer) {
    AtomicLong most = new AtomicLong();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              assertThat(scorer.alive()).as(scorer.err()).isTrue();
              OptionalLong left = left();
              left.ifPresent(it -> most.accumulateAndGet(it, Math::max));
              return left.isPresent() && left.getAsLong() < most.get();
            });
  }

  /** How much is left, where it says for how long. */
  private static OptionalLong left() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/readyz");
    Matcher left = LEFT.matcher(answer.body());
    if (!left.find()) {
      return OptionalLong.empty();
    }
    assertThat(answer.statusCode()).isEqualTo(503);
    return OptionalLong.of(Long.parseLong(left.group(1).replace(",", "")));
  }

  private static double metric() throws IOException, InterruptedException {
    Matcher metric = METRIC.matcher(get("/metrics").body());
    assertThat(metric.find()).isTrue();
    return Double.parseDouble(metric.group(1));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(HttpRequest.newBuilder(AT.resolve(path)).build(), BodyHandlers.ofString());
  }
}
