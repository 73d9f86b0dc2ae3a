package dev.influx.sink.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.sink.TestingAuthors;
import dev.influx.sink.snapshot.Snapshot;
import dev.influx.sink.snapshot.TestingCuts;
import dev.influx.sink.snapshot.TestingSnapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path path;

  private PublishDirectory directory;
  private long published;

  @BeforeEach
  void open() {
    directory = PublishDirectory.open(path);
  }

  @AfterEach
  void close() throws IOException {
    directory.close();
  }

  @Test
  void theNewestAreKept() throws Exception {
    List<String> names = publish(MORNING, MORNING.plusSeconds(1), MORNING.plusSeconds(2));

    directory.retain(new Retention(2, 0), MORNING.plus(DAY));

    assertThat(kept()).containsExactly(names.get(2), names.get(1));
  }

  @Test
  void theLastOneOfEachDayIsKeptForSoManyDays() throws Exception {
    List<String> names =
        publish(
            MORNING,
            MORNING.plus(DAY),
            MORNING.plus(DAY).plusSeconds(1),
            MORNING.plus(DAY.multipliedBy(2)),
            MORNING.plus(DAY.multipliedBy(2)).plusSeconds(1));

    directory.retain(new Retention(1, 2), MORNING.plus(DAY.multipliedBy(2)).plusSeconds(2));

    assertThat(kept()).containsExactly(names.get(4), names.get(3), names.get(2));
  }

  /** A clock that went back makes the published snapshot older than others. */
  @Test
  void whatAManifestPointsToIsNeverRemoved() throws Exception {
    List<String> names =
        publish(
            MORNING.plus(DAY.multipliedBy(9)),
            MORNING.plus(DAY.multipliedBy(8)),
            MORNING,
            MORNING.minus(DAY));

    directory.retain(new Retention(1, 0), MORNING.plus(DAY.multipliedBy(9)));

    assertThat(kept()).containsExactly(names.get(0), names.get(2), names.get(3));
    assertThat(directory.stored()).isPresent();
    String previous = directory.current().orElseThrow().previous();
    assertThat(directory.archive().find(previous)).isPresent();
  }

  private List<String> publish(Instant... times) throws Exception {
    List<String> names = new ArrayList<>();
    for (Instant time : times) {
      published++;
      Snapshot snapshot =
          TestingSnapshots.of(
              TestingCuts.at(Map.of(0, published)),
              List.of(TestingAuthors.bare("1", (double) published)));
      directory.publish(snapshot, Occasion.at(time));
      names.add(SnapshotArchive.nameOf(snapshot.id(), time));
    }
    return names;
  }

  private List<String> kept() throws IOException {
    return directory.archive().list().stream().map(StoredSnapshot::name).toList();
  }
}
