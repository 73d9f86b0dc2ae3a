package dev.influx.harvester.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.plan.Remembered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the file of a journal, only those are lost whom it happened to. */
final class JournalPropertyTest {
  private static final long SEED = 20260303;
  private static final int LINES = 12;
  private static final int DAMAGES = 400;

  @TempDir private Path directory;
  private final Random random = new Random(SEED);
  private final List<Integer> ends = new ArrayList<>();
  private byte[] whole;
  private List<Remembered> entries;

  @BeforeEach
  void write() throws IOException {
    Path file = directory.resolve("whole");
    try (Journal journal = Journal.open(file, entry -> {})) {
      for (int line = 0; line < LINES; line++) {
        journal.note(Notes.found("line_" + line));
        ends.add(Math.toIntExact(Files.size(file)));
      }
    }
    whole = Files.readAllBytes(file);
    entries = Notes.read(file);
  }

  @Test
  void losesOnlyWhatAnyTruncationTookAway() throws IOException {
    Path file = directory.resolve("cut");
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int kept = length;
      int lines = (int) ends.stream().filter(end -> end <= kept).count();

      List<Remembered> seen = new ArrayList<>();
      Journal.open(file, seen::add).close();

      assertThat(seen).as("cut to %d bytes", length).isEqualTo(entries.subList(0, lines));
      assertThat(Files.size(file)).isEqualTo(lines == 0 ? 0 : ends.get(lines - 1));
    }
  }

  @Test
  void neverTakesADamagedByteForTheTruth() throws IOException {
    Path file = directory.resolve("flipped");
    for (int damage = 0; damage < DAMAGES; damage++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(flipped.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      int line = (int) ends.stream().filter(end -> end <= at).count();

      List<Remembered> seen = Notes.read(file);

      assertThat(entries).as("seed %d, damage %d at %d", SEED, damage, at).containsAll(seen);
      // a line feed that is gone takes the next line with it
      assertThat(seen.size())
          .as("seed %d, damage %d at %d in line %d", SEED, damage, at, line)
          .isGreaterThanOrEqualTo(LINES - 2);
    }
  }
}
