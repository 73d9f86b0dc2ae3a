package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.published.Sha256Hex;
import dev.influx.sink.files.SnapshotArchive;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.snapshot.Manifest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that takes changes and publishes them is killed at two hundred random points, while
 * readers open the list and its manifest all the time.
 */
class PublishCrashIT {
  private static final int KILLS = 200;
  private static final int LONGEST_LIFE_MILLIS = 120;

  @TempDir Path path;

  private final long seed = System.nanoTime();
  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicLong reads = new AtomicLong();
  private final Queue<String> torn = new ConcurrentLinkedQueue<>();

  @Test
  void noReaderFindsATornFileAndNothingIsLostWhereverItIsKilled() throws Exception {
    Path data = Files.createDirectory(path.resolve("data"));
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      Future<?> lists = readers.submit(() -> readAllTheTime(() -> list(data)));
      Future<?> manifests = readers.submit(() -> readAllTheTime(() -> manifest(data)));
      Random random = new Random(seed);
      long revision = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        killed(data, random.nextInt(LONGEST_LIFE_MILLIS));
        long after = revision(data);
        assertThat(after).as("seed %d, kill %d", seed, kill).isGreaterThanOrEqualTo(revision);
        revision = after;
      }
      done.set(true);
      lists.get();
      manifests.get();

      assertThat(torn).as("seed %d", seed).isEmpty();
      assertThat(reads.get()).isGreaterThan(KILLS);
      assertThat(revision).as("it was killed at its work").isGreaterThan(KILLS / 2);
      checkArchive(data);
    } finally {
      done.set(true);
      readers.shutdownNow();
    }
  }

  private void killed(Path data, int afterMillis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                TestingPublisherProcess.class.getName(),
                data.toString())
            .redirectError(path.resolve("log").toFile())
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).as(log()).isNotNull();
      boolean ended = process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
      assertThat(ended).as("it ended by itself: %s", log()).isFalse();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private String log() throws IOException {
    return Files.readString(path.resolve("log"));
  }

  private static long revision(Path data) throws IOException {
    return SnapshotArchive.of(data).current().map(TestingPublisherProcess::revision).orElse(0L);
  }

  private void readAllTheTime(Runnable read) {
    while (!done.get()) {
      try {
        read.run();
        reads.incrementAndGet();
      } catch (RuntimeException e) {
        torn.add(e.toString());
      }
    }
  }

  private void list(Path data) {
    List<JsonNode> lines = new Published(data).lines();
    Set<String> revisions = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode line : lines) {
      revisions.add(line.get("name").textValue());
      ids.add(line.get("id").textValue());
    }
    boolean whole = ids.size() == lines.size() && revisions.size() <= 1;
    for (String revision : revisions) {
      whole &= lines.size() == TestingPublisherProcess.count(Long.parseLong(revision.substring(9)));
    }
    if (!whole) {
      torn.add(ids.size() + " authors in " + lines.size() + " lines of " + revisions);
    }
  }

  private void manifest(Path data) {
    if (Files.exists(data.resolve("manifest.json"))) {
      Manifest manifest = new Published(data).manifest();
      long revision = TestingPublisherProcess.revision(manifest);
      if (manifest.count() != TestingPublisherProcess.count(revision)) {
        torn.add("the manifest of revision " + revision + " has " + manifest.count());
      }
    }
  }

  /** The list of the manifest is there under its own name, whatever latest.jsonl holds. */
  private static void checkArchive(Path data) throws IOException {
    Manifest published = new Published(data).manifest();
    StoredSnapshot stored = SnapshotArchive.of(data).find(published.snapshotId()).orElseThrow();
    try (InputStream lines = stored.openAuthors()) {
      assertThat(Sha256Hex.of(lines.readAllBytes())).isEqualTo(published.sha256());
    }
  }
}
