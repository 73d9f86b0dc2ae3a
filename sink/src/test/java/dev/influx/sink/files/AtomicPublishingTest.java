package dev.influx.sink.files;

import static dev.influx.sink.TestingAuthors.bare;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.published.Sha256Hex;
import dev.influx.sink.TestingAuthors;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Snapshot;
import dev.influx.sink.snapshot.TestingCuts;
import dev.influx.sink.snapshot.TestingSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader opens the files all the time while forty snapshots take each other's place. */
class AtomicPublishingTest {
  private static final int SNAPSHOTS = 40;
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @TempDir Path path;

  private final AtomicBoolean done = new AtomicBoolean();

  /** What a reader found: the hash of the list, and the manifests read before and after it. */
  private record Seen(String sha256, Manifest before, Manifest after) {}

  @Test
  void aReaderFindsWholeFilesOnly() throws Exception {
    Map<String, Integer> numbers = numbers();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      directory.publish(snapshot(0), Occasion.at(NOW));
      Future<List<Seen>> reading = reader.submit(this::readAllTheTime);
      for (int i = 1; i < SNAPSHOTS; i++) {
        directory.publish(snapshot(i), Occasion.at(NOW));
      }
      done.set(true);

      assertThat(reading.get()).isNotEmpty().allSatisfy(seen -> check(seen, numbers));
    } finally {
      done.set(true);
      reader.shutdownNow();
    }
  }

  /** The list is never older than a manifest read before it, nor two newer than one read after. */
  private static void check(Seen seen, Map<String, Integer> numbers) {
    assertThat(numbers).containsKeys(seen.sha256(), seen.before().sha256(), seen.after().sha256());
    assertThat(numbers.get(seen.sha256()))
        .isBetween(numbers.get(seen.before().sha256()), numbers.get(seen.after().sha256()) + 1);
  }

  private List<Seen> readAllTheTime() throws IOException {
    List<Seen> seen = new ArrayList<>();
    while (!done.get() || seen.isEmpty()) {
      Manifest before = manifest();
      String sha256 = Sha256Hex.of(Files.readAllBytes(path.resolve("latest.jsonl")));
      seen.add(new Seen(sha256, before, manifest()));
    }
    return seen;
  }

  private Manifest manifest() throws IOException {
    return Manifest.read(Files.readAllBytes(path.resolve("manifest.json")));
  }

  /** The number of each snapshot by the hash of its lines. */
  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < SNAPSHOTS; i++) {
      numbers.put(Sha256Hex.of(TestingSnapshots.bytes(snapshot(i))), i);
    }
    return numbers;
  }

  /** Some long, some short, no two alike. */
  private static Snapshot snapshot(int number) {
    List<ScoredProfile> authors = new ArrayList<>();
    for (int i = 0; i <= number * 37 % 100; i++) {
      authors.add(
          TestingAuthors.writing("snapshot " + number, bare(Integer.toString(i), i / 10.0)));
    }
    return TestingSnapshots.of(TestingCuts.at(Map.of(0, (long) number)), authors);
  }
}
