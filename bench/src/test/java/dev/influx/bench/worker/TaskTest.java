package dev.influx.bench.worker;

import static org.assertj.core.api.Assertions.assertThat;

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
    for (Level level : Level.values()) {
      level.stores().ifPresent(stores -> assertThat(Level.of(stores)).isEqualTo(level));
    }
    assertThat(Level.COPY.stores()).isEmpty();
    assertThat(Level.PLAIN.stores()).isEmpty();
  }
}
