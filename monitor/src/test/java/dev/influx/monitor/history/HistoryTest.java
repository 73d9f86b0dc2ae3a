package dev.influx.monitor.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Partition PARTITION = new Partition("orders", 0);

  @TempDir private Path directory;

  @Test
  void aDayAtFiveSecondsIsFineWhereItIsRecentAndCoarseBefore() {
    History history = new History();
    List<Look> looks = List.of();
    for (int i = 0; i <= 2 * 24 * 720; i++) {
      looks = history.add("g", PARTITION, look(i * 5, i, i));
    }

    Instant now = looks.get(looks.size() - 1).at();
    assertThat(Duration.between(looks.get(0).at(), now))
        .isBetween(Duration.ofHours(23), Duration.ofHours(25));
    assertThat(looks).hasSizeBetween(440, 490);
    assertThat(looks.stream().filter(it -> it.at().isAfter(now.minusSeconds(600)))).hasSize(120);
    assertThat(looks).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  @Test
  void aLogThatEndsEarlierThanBeforeIsAnother() {
    History history = new History();
    history.add("g", PARTITION, look(0, 100, 100));

    assertThat(history.add("g", PARTITION, look(5, 3, 1))).containsExactly(look(5, 3, 1));
  }

  @Test
  void forgetsWhatIsGone() {
    History history = new History();
    Partition other = new Partition("orders", 1);
    history.add("a", PARTITION, look(0, 1, 1));
    history.add("a", other, look(0, 1, 1));
    history.add("b", PARTITION, look(0, 1, 1));

    history.retain(Set.of("a"));
    history.retain("a", Set.of(other));
    history.retain("c", Set.of(other));

    assertThat(history.byName()).containsOnlyKeys("a orders-1");
  }

  @Test
  void isTheSameAfterARestart() throws Exception {
    for (long seed = 0; seed < 50; seed++) {
      History history = random(new Random(seed));
      HistoryFile file = new HistoryFile(directory.resolve("below/lag-" + seed));
      file.write(history);

      assertThat(file.read(BEGIN.plusSeconds(7000)).byName())
          .as("seed %d", seed)
          .isEqualTo(history.byName());
    }
  }

  private static History random(Random random) {
    History history = new History();
    for (int group = 0; group < 3; group++) {
      long end = random.nextLong(Long.MAX_VALUE / 2);
      for (int i = 0; i < 100; i++) {
        end += random.nextInt(100_000);
        OptionalLong commit =
            random.nextInt(5) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextLong(end));
        Optional<Instant> time =
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(random.nextLong(1L << 42)));
        Look look = new Look(BEGIN.plusMillis(i * 5003L), random.nextLong(end), end, commit, time);
        history.add("group " + group, new Partition("täglich", group), look);
      }
    }
    return history;
  }

  @Test
  void isSmallOnDisk() throws Exception {
    History history = new History();
    for (int i = 0; i < 17_280; i++) {
      history.add("g", PARTITION, look(i * 5, i * 137L, i * 131L));
    }
    Path path = directory.resolve("lag");
    new HistoryFile(path).write(history);

    assertThat(Files.size(path)).isLessThan(3000);
  }

  @Test
  void whatIsOlderThanADayIsNotTakenUp() throws Exception {
    History history = new History();
    history.add("g", PARTITION, look(0, 1, 1));
    history.add("g", PARTITION, look(3600, 1, 1));
    HistoryFile file = new HistoryFile(directory.resolve("lag"));
    file.write(history);

    assertThat(file.read(BEGIN.plus(Duration.ofHours(24)).plusSeconds(60)).byName())
        .isEqualTo(Map.of("g orders-0", List.of(look(3600, 1, 1))));
    assertThat(file.read(BEGIN.plus(Duration.ofDays(3))).byName()).isEmpty();
  }

  @Test
  void withoutAFileThereIsNoHistory() throws Exception {
    assertThat(new HistoryFile(directory.resolve("none")).read(BEGIN).byName()).isEmpty();
  }

  @Test
  void aDamagedFileIsToldAndNeverReadInPart() throws Exception {
    Path path = directory.resolve("lag");
    HistoryFile file = new HistoryFile(path);
    file.write(random(new Random(1)));
    byte[] bytes = Files.readAllBytes(path);
    for (int length = 0; length < bytes.length; length += 97) {
      Files.write(path, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> file.read(BEGIN.plusSeconds(7000)))
          .as("cut off at %d", length)
          .isInstanceOf(UnableToKeepHistoryException.class);
    }
    Files.write(path, "something else".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> file.read(BEGIN))
        .isInstanceOf(UnableToKeepHistoryException.class)
        .hasMessageContaining("cannot read");
  }

  private static Look look(int seconds, long end, long committed) {
    return new Look(
        BEGIN.plusSeconds(seconds), 0, end, OptionalLong.of(committed), Optional.empty());
  }
}
