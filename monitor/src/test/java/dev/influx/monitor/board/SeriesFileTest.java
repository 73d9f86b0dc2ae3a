package dev.influx.monitor.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.lag.GroupLag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn of the last day, and that a restart does not change it. */
class SeriesFileTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T00:00:00Z");
  private static final Duration LOOKS = Duration.ofSeconds(5);

  @TempDir private Path directory;

  /** Of two hours, in which one more record was waiting with each look. */
  private static Ring twoHours() {
    Ring ring = new Ring(60, 1_440);
    for (int i = 0; i < 1_440; i++) {
      ring.add(
          BEGIN.plus(LOOKS.multipliedBy(i)).getEpochSecond(),
          i % 3 == 0 ? OptionalDouble.empty() : OptionalDouble.of(i),
          OptionalLong.of(i));
    }
    return ring;
  }

  @Test
  void aStepHasTheLargestThatWasSeenInIt() {
    List<Ring.Point> points =
        twoHours().between(BEGIN.getEpochSecond(), BEGIN.getEpochSecond() + 60);

    assertThat(points)
        .containsExactly(
            new Ring.Point(BEGIN.getEpochSecond(), OptionalDouble.of(11), OptionalLong.of(11)),
            new Ring.Point(
                BEGIN.getEpochSecond() + 60, OptionalDouble.of(23), OptionalLong.of(23)));
  }

  @Test
  void whereNobodyLookedIsAHole() {
    Ring ring = new Ring(10, 390);
    ring.add(1_000, OptionalDouble.of(1), OptionalLong.of(1));
    ring.add(1_030, OptionalDouble.of(2), OptionalLong.of(2));

    assertThat(ring.between(1_000, 1_030))
        .extracting(Ring.Point::seconds)
        .containsExactly(
            OptionalDouble.of(1),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(2));
  }

  @Test
  void anHourIsDrawnInTheFinestSteps() {
    LagSeries series = series(720);
    Instant end = BEGIN.plus(LOOKS.multipliedBy(719));

    assertThat(series.between(LagSeries.ALL, end.minus(Duration.ofHours(1)), end).step())
        .isEqualTo(10);
    assertThat(series.between(LagSeries.ALL, end.minus(Duration.ofHours(6)), end).step())
        .isEqualTo(60);
  }

  @Test
  void aRestartChangesNothing() throws IOException {
    LagSeries before = series(1_000);
    SeriesFile file = new SeriesFile(directory.resolve("monitor/lag-series"));
    file.write(before);
    LagSeries after = new LagSeries(LOOKS);

    assertThat(file.readInto(after)).isTrue();

    Instant end = BEGIN.plus(LOOKS.multipliedBy(999));
    for (Duration range : List.of(Duration.ofMinutes(15), Duration.ofHours(24))) {
      Instant from = end.minus(range);
      assertThat(after.between("group", from, end)).isEqualTo(before.between("group", from, end));
      assertThat(after.between(LagSeries.ALL, from, end))
          .isEqualTo(before.between(LagSeries.ALL, from, end));
    }
    assertThat(after.from()).contains(BEGIN);
    assertThat(after.size()).isEqualTo(before.size());
  }

  @Test
  void aFirstStartHasNothingAndADamagedFileIsNamed() throws IOException {
    Path path = directory.resolve("lag-series");
    assertThat(new SeriesFile(path).readInto(new LagSeries(LOOKS))).isFalse();

    Files.writeString(path, "something else");
    assertThatThrownBy(() -> new SeriesFile(path).readInto(new LagSeries(LOOKS)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aGroupThatIsMissingForAWhileKeepsItsDay() {
    LagSeries series = series(10);
    Instant later = BEGIN.plus(Duration.ofMinutes(5));
    series.add(lag(later, List.of()));
    assertThat(series.between("group", BEGIN, later).points()).isNotEmpty();

    series.add(lag(BEGIN.plus(Duration.ofHours(3)), List.of()));
    assertThat(series.between("group", BEGIN, later).points()).isEmpty();
  }

  private static LagSeries series(int looks) {
    LagSeries series = new LagSeries(LOOKS);
    for (int i = 0; i < looks; i++) {
      series.add(lag(BEGIN.plus(LOOKS.multipliedBy(i)), List.of(group())));
    }
    return series;
  }

  private static ClusterLag lag(Instant at, List<GroupLag> groups) {
    return new ClusterLag(Optional.of(at), groups, Optional.empty(), List.of());
  }

  private static GroupLag group() {
    return GroupLag.of(
        new GroupLag.About("group", "classic", "stable", Optional.of(Set.of("a")), false),
        List.of());
  }
}
