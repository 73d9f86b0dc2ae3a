package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.Snapshot;
import dev.influx.sink.snapshot.TestingCuts;
import dev.influx.sink.snapshot.TestingSnapshots;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Authors come and go while the sink is killed again and again, one time out of four while it
 * starts and else at a random moment of its work; in the end none may be amiss.
 */
@WithKafka
class SinkCrashIT {
  private static final int KILLS = Integer.getInteger("influx.kills", 20);
  private static final int AUTHORS = 300;
  private static final int LONGEST_LIFE_MILLIS = 700;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path path;

  private final long seed = System.nanoTime();
  private final Map<String, ScoredProfile> truth = new TreeMap<>();
  private final Random writing = new Random(seed);
  private final Queue<String> torn = new ConcurrentLinkedQueue<>();
  private final Set<String> snapshots = ConcurrentHashMap.newKeySet();
  private int revision;

  @Test
  void noAuthorIsLostDoubledOrStaleWhereverItIsKilled(TestKafka kafka) throws Exception {
    Path data = Files.createDirectory(path.resolve("data"));
    ScheduledExecutorService others = Executors.newScheduledThreadPool(2);
    try (TestingAcceptedTopic topic = new TestingAcceptedTopic(kafka).create()) {
      Future<?> writer =
          others.scheduleWithFixedDelay(() -> write(topic), 0, 15, TimeUnit.MILLISECONDS);
      Future<?> reader =
          others.scheduleWithFixedDelay(
              () -> read(new Published(data)), 0, 20, TimeUnit.MILLISECONDS);
      killAgainAndAgain(topic, data);
      stop(others, writer);

      try (RunningSink sink = start(topic, data)) {
        awaitUpToDate(sink, topic);
      }
      assertThat(withoutPast(new Published(data).bytes()))
          .as("seed %d", seed)
          .isEqualTo(withoutPast(expected()));
      assertThat(torn).as("seed %d", seed).isEmpty();
      assertThat(snapshots).as("a sink that was killed at its work").hasSizeGreaterThan(KILLS);
      assertThat(reader.isCancelled()).isTrue();
    } finally {
      others.shutdownNow();
    }
  }

  private void killAgainAndAgain(TestingAcceptedTopic topic, Path data) throws Exception {
    Random killing = new Random(seed);
    Path log = path.resolve("log");
    for (int i = 0; i < KILLS; i++) {
      int before = snapshots.size();
      Process sink = TestingSinkProcess.start(topic, data, log);
      if (i % 4 > 0) {
        await().atMost(PATIENCE).until(() -> !sink.isAlive() || snapshots.size() > before);
      }
      boolean ended = sink.waitFor(killing.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
      sink.destroyForcibly().waitFor();
      assertThat(ended).as("it ended by itself: %s", Files.readString(log)).isFalse();
    }
  }

  /** One transaction of a few authors who come, change or go; some are given up. */
  private void write(TestingAcceptedTopic topic) {
    Map<String, ScoredProfile> after = new TreeMap<>(truth);
    TestingAcceptedTopic.Transaction changes =
        t -> {
          for (int i = writing.nextInt(10); i >= 0; i--) {
            change(t, after);
          }
        };
    if (writing.nextInt(8) == 0) {
      topic.abort(changes);
    } else {
      topic.commit(changes);
      truth.clear();
      truth.putAll(after);
    }
  }

  private void change(TestingAcceptedTopic topic, Map<String, ScoredProfile> after) {
    String id = Integer.toString(writing.nextInt(AUTHORS));
    if (writing.nextInt(3) == 0) {
      topic.withdraw(id);
      after.remove(id);
      return;
    }
    ScoredProfile author =
        TestingAuthors.writing(
            "revision " + revision++, TestingAuthors.bare(id, writing.nextInt(1000) / 10.0));
    topic.accept(author);
    after.put(id, author);
  }

  private void read(Published published) {
    byte[] bytes = published.bytes();
    if (bytes.length == 0) {
      return;
    }
    if (bytes[bytes.length - 1] != '\n') {
      torn.add("the last line has no end");
    }
    try {
      checkWhole(published.lines());
      if (Files.exists(published.directory().resolve("manifest.json"))) {
        snapshots.add(published.manifest().snapshotId());
      }
    } catch (RuntimeException e) {
      torn.add(e.toString());
    }
  }

  private void checkWhole(List<JsonNode> lines) {
    Set<String> ids = new HashSet<>();
    for (JsonNode line : lines) {
      boolean once = ids.add(line.get("id").textValue());
      boolean inPlace = line.at("/meta/rank_global").intValue() == ids.size();
      if (!once || !inPlace) {
        torn.add("doubled or out of place: " + line);
      }
    }
  }

  /** The writer finishes the transaction that it is in. */
  private static void stop(ScheduledExecutorService others, Future<?> writer)
      throws InterruptedException {
    assertThat(writer.isDone()).as("the writer failed").isFalse();
    others.shutdown();
    assertThat(others.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private static RunningSink start(TestingAcceptedTopic topic, Path data) {
    return Sink.start(
        TestingSinkProcess.settings(data, topic.topics().prefix()),
        topic.connection(),
        topic.registry(),
        topic.topics(),
        new SimpleMeterRegistry(),
        Clock.systemUTC());
  }

  private static void awaitUpToDate(RunningSink sink, TestingAcceptedTopic topic) {
    await()
        .atMost(PATIENCE)
        .until(() -> topic.consumed(sink).equals(topic.ends()) && !sink.status().pending());
  }

  /** The score of before depends on when the sink was killed. */
  private static List<String> withoutPast(byte[] lines) {
    return new String(lines, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("\"previous_score\":[^,]*", "\"previous_score\":null"))
        .toList();
  }

  private byte[] expected() throws IOException {
    Snapshot snapshot = TestingSnapshots.of(TestingCuts.at(Map.of(0, 0L)), truth.values());
    return TestingSnapshots.bytes(snapshot);
  }
}
