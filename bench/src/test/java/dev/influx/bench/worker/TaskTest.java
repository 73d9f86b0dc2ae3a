package dev.influx.bench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.topics.Topics;
import dev.influx.scorer.topology.StoreKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskTest {
  private static final Task TASK =
      new Task(
          Level.ROCKSDB,
          "127.0.0.1:9092",
          "http://127.0.0.1:8081",
          "bench.",
          "bench-rocksdb-1",
          Path.of("/some where/a=b"),
          2,
          Duration.ofMillis(500));

  @Test
  void survivesTheCommandLine() {
    assertThat(Task.parse(TASK.toArguments())).isEqualTo(TASK);
  }

  @Test
  void namesTheChangelogAsKafkaStreamsDoes() {
    assertThat(TASK.changelog()).isEqualTo("bench-rocksdb-1-authors-changelog");
  }

  @Test
  void everyStoreHasALevelAndTheLoopsHaveNone() {
    for (StoreKind stores : StoreKind.values()) {
      assertThat(Level.of(stores).stores()).contains(stores);
      assertThat(Level.of(stores)).isNotEqualTo(Level.REPLAY);
    }
    assertThat(Level.COPY.stores()).isEmpty();
    assertThat(Level.PLAIN.stores()).isEmpty();
  }

  @Test
  void aReplayReadsWhatIsLiveAndWritesApart() {
    Topics live = new Topics("bench.");
    Task replay =
        new Task(
            Level.REPLAY,
            TASK.bootstrapServers(),
            TASK.registryUrl(),
            live.prefix(),
            Task.application(Level.REPLAY, live, 7),
            TASK.stateDirectory(),
            TASK.threads(),
            TASK.commitInterval());

    assertThat(replay.application()).isEqualTo("bench.replay.bench-7");
    assertThat(replay.topics().raw()).isEqualTo(live.raw());
    assertThat(replay.topics().accepted()).isEqualTo("bench.replay.bench-7.profiles.accepted");
    assertThat(Task.parse(replay.toArguments())).isEqualTo(replay);
    assertThat(TASK.topics()).isEqualTo(TASK.live());
  }
}
