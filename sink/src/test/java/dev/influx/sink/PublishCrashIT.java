package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.published.Sha256Hex;
import dev.influx.sink.files.SnapshotArchive;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.snapshot.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that take changes and publish them are killed at two hundred random points, while
 * readers open their lists and manifests all the time: one out of four while it starts, and else at
 * a random moment of its work.
 */
class PublishCrashIT {
  private static final int LANES = 2;
  private static final int KILLS_PER_LANE = 100;
  private static final int LONGEST_LIFE_MILLIS = 120;
  private static final int LONGEST_START_MILLIS = 1000;
  private static final int READ_MILLIS = 5;

  @TempDir Path path;

  private final long seed = System.nanoTime();
  private final AtomicLong reads = new AtomicLong();
  private final Queue<String> torn = new ConcurrentLinkedQueue<>();
  private TestingQuickStart quick;

  @BeforeEach
  void makeStartsQuick() throws IOException, InterruptedException {
    quick =
        TestingPublisherProcess.quickStart(
            Files.createDirectory(path.resolve("quick")), path.resolve("first"));
  }

  @Test
  void noReaderFindsATornFileAndNothingIsLostWhereverItIsKilled() throws Exception {
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    ScheduledExecutorService readers = Executors.newScheduledThreadPool(LANES);
    try {
      List<Future<Path>> ends =
          lanes.invokeAll(List.of(lane("a", seed, readers), lane("b", seed + 1, readers)));
      for (Future<Path> end : ends) {
        checkArchive(end.get());
      }
      assertThat(torn).as("seed %d", seed).isEmpty();
      assertThat(reads.get()).isGreaterThan(LANES * KILLS_PER_LANE);
    } finally {
      lanes.shutdownNow();
      readers.shutdownNow();
    }
  }

  /** One directory, with one process after the other. */
  private Callable<Path> lane(String name, long laneSeed, ScheduledExecutorService readers) {
    return () -> {
      Path data = Files.createDirectory(path.resolve(name));
      Future<?> reader =
          readers.scheduleWithFixedDelay(
              () -> read(data), READ_MILLIS, READ_MILLIS, TimeUnit.MILLISECONDS);
      Random random = new Random(laneSeed);
      long revision = 0;
      for (int kill = 0; kill < KILLS_PER_LANE; kill++) {
        kill(kill, data, random);
        long after = revision(data);
        assertThat(after).as("seed %d, kill %d", laneSeed, kill).isGreaterThanOrEqualTo(revision);
        revision = after;
      }
      assertThat(reader.isDone()).as("the reader failed").isFalse();
      assertThat(revision).as("it was killed at its work").isGreaterThan(KILLS_PER_LANE / 2);
      return data;
    };
  }

  private void kill(int number, Path data, Random random) throws Exception {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    Process process = TestingPublisherProcess.start(quick, data, log);
    try {
      boolean works = number % 4 > 0;
      if (works) {
        assertThat(process.getInputStream().read()).as(Files.readString(log)).isPositive();
      }
      int life = random.nextInt(works ? LONGEST_LIFE_MILLIS : LONGEST_START_MILLIS);
      boolean ended = process.waitFor(life, TimeUnit.MILLISECONDS);
      assertThat(ended).as("it ended by itself: %s", Files.readString(log)).isFalse();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static long revision(Path data) throws IOException {
    return SnapshotArchive.of(data).current().map(TestingPublisherProcess::revision).orElse(0L);
  }

  private void read(Path data) {
    try {
      checkList(data);
      checkManifest(data);
      reads.incrementAndGet();
    } catch (RuntimeException e) {
      torn.add(e.toString());
    }
  }

  private void checkList(Path data) {
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

  private void checkManifest(Path data) {
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
