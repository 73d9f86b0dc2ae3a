package dev.influx.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final List<Change> EVERY_KIND =
      List.of(
          new Change.Registered("s/ä\n\"", 1, 1, Schemas.A),
          new Change.VersionDeleted("s", 1, true),
          new Change.SubjectDeleted("s", false),
          new Change.LevelSet(Subject.GLOBAL, CompatibilityLevel.FULL_TRANSITIVE),
          new Change.LevelCleared("s"),
          new Change.ModeSet("s", Mode.READONLY),
          new Change.ModeCleared(Subject.GLOBAL));

  @TempDir private Path temp;
  private Path file;

  @BeforeEach
  void name() {
    file = temp.resolve("journal");
  }

  @Test
  void givesBackWhatItWasGiven() throws Exception {
    append(EVERY_KIND.subList(0, 3));
    append(EVERY_KIND.subList(3, EVERY_KIND.size()));

    assertThat(read()).isEqualTo(EVERY_KIND);
  }

  /**
   * Wherever a crash cuts: whole lines stay, half a line goes, and the next line is whole again.
   */
  @Test
  void toleratesACutAnywhereInTheLastLine() throws Exception {
    append(EVERY_KIND.subList(0, 2));
    byte[] two = Files.readAllBytes(file);
    append(EVERY_KIND.subList(2, 3));
    byte[] three = Files.readAllBytes(file);

    for (int length = two.length; length < three.length; length++) {
      Files.write(file, Arrays.copyOf(three, length));
      assertThat(read()).as("cut to %d", length).isEqualTo(EVERY_KIND.subList(0, 2));
      append(EVERY_KIND.subList(3, 4));
      assertThat(read()).containsExactly(EVERY_KIND.get(0), EVERY_KIND.get(1), EVERY_KIND.get(3));
    }
  }

  @Test
  void toleratesABlockOfZeroesAtTheEnd() throws Exception {
    append(EVERY_KIND);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 10_000));

    assertThat(read()).isEqualTo(EVERY_KIND);
  }

  @Test
  void refusesDamageThatNoCrashExplains() throws Exception {
    append(EVERY_KIND);
    byte[] whole = Files.readAllBytes(file);
    int endOfFirst = new String(whole, StandardCharsets.UTF_8).indexOf('\n');

    for (int at = 0; at < endOfFirst; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThatExceptionOfType(UnableToReadJournalException.class)
          .as("bit flipped at %d", at)
          .isThrownBy(this::read)
          .withMessageContaining("line 1 of " + file);
    }
  }

  @Test
  void refusesChangesOfAKindItDoesNotKnow() throws Exception {
    append(EVERY_KIND.subList(0, 1));
    String json = "{\"change\":\"exporter-added\"}";
    CRC32 crc = new CRC32();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    String line = "%08x %s\n".formatted(crc.getValue(), json);
    Files.writeString(file, Files.readString(file) + line);

    assertThatExceptionOfType(UnableToReadJournalException.class)
        .isThrownBy(this::read)
        .withMessageContaining("line 2")
        .withMessageContaining("exporter-added");
  }

  private void append(List<Change> changes) throws IOException {
    try (Journal journal = Journal.open(file, ignored -> {})) {
      for (Change change : changes) {
        journal.append(change);
      }
    }
  }

  private List<Change> read() throws IOException {
    List<Change> changes = new ArrayList<>();
    Journal.open(file, changes::add).close();
    return changes;
  }
}
