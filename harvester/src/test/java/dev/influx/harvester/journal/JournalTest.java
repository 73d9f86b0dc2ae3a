package dev.influx.harvester.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Samples;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("deep/journal");
  }

  @Test
  void handsOverWhatWasNotedOldestFirst() {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      journal.note(Notes.found("Ada", "bob"));
      journal.note(Notes.missing("ghost"));
    }
    List<Remembered> seen = new ArrayList<>();
    Journal.open(file(), seen::add).close();

    assertThat(Notes.keys(seen)).containsExactly("ada", "bob", "ghost");
    assertThat(seen.get(0))
        .isEqualTo(
            new Remembered(
                "ada",
                Ending.FOUND,
                Optional.of(Notes.id("Ada")),
                Optional.of("Ada"),
                Samples.FETCHED,
                OptionalLong.of(50_000),
                OptionalLong.empty(),
                Optional.empty()));
    assertThat(seen.get(2).ending()).isEqualTo(Ending.NOT_FOUND);
    assertThat(seen.get(2).id()).as("nobody said one").isEmpty();
  }

  @Test
  void goesOnBehindWhatItHolds() {
    for (String handle : List.of("ada", "bob", "cid")) {
      try (Journal journal = Journal.open(file(), entry -> {})) {
        journal.note(Notes.found(handle));
      }
    }
    assertThat(Notes.keys(Notes.read(file()))).containsExactly("ada", "bob", "cid");
  }

  @Test
  void notesNothingOfWhoIsNotDone() throws IOException {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      journal.note(Notes.open("ada"));
    }
    assertThat(file()).isEmptyFile();
  }

  @Test
  void notesNothingOfWhoIsForgotten() throws IOException {
    Settlement settlement = Notes.found("ada");
    List<Settled> nameless = settlement.settled().stream().map(Settled::asForgotten).toList();
    try (Journal journal = Journal.open(file(), entry -> {})) {
      journal.note(settlement.with(nameless, List.of()));
    }
    assertThat(file()).isEmptyFile();
  }

  @Test
  void cutsOffWhatACrashLeftUnfinished() throws IOException {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      journal.note(Notes.found("ada"));
    }
    long whole = Files.size(file());
    Files.writeString(file(), "0badcafe [{\"key\":\"bo", StandardOpenOption.APPEND);

    try (Journal journal = Journal.open(file(), entry -> {})) {
      assertThat(Files.size(file())).isEqualTo(whole);
      journal.note(Notes.found("cid"));
    }
    assertThat(Notes.keys(Notes.read(file()))).containsExactly("ada", "cid");
  }

  @Test
  void losesNobodyButWhoStandsInADamagedLine() throws IOException {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      journal.note(Notes.found("ada"));
      journal.note(Notes.found("bob"));
      journal.note(Notes.found("cid"));
    }
    String text = Files.readString(file());
    Files.writeString(file(), text.replace("\"bob\"", "\"rob\""));

    assertThat(Notes.keys(Notes.read(file()))).containsExactly("ada", "cid");
  }

  @Test
  void readsNoLineThatOnlyLooksLikeOne() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), List.of("", "short", "00000000", "00000000 []", "\u0000\u0001"), UTF_8);

    assertThat(Notes.read(file())).isEmpty();
  }

  @Test
  void isLeftAsItIsByWhoOnlyReads() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "torn");

    assertThat(Notes.read(file())).isEmpty();
    assertThat(file()).hasContent("torn");
    assertThat(Notes.read(directory.resolve("none"))).isEmpty();
    assertThat(directory.resolve("none")).doesNotExist();
  }

  @Test
  void keepsTheNotesOfManyThreadsApart() throws InterruptedException, ExecutionException {
    int threads = 8;
    int each = 40;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Journal journal = Journal.open(file(), entry -> {})) {
      List<Future<?>> done = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        String name = "t" + thread + "_";
        done.add(
            pool.submit(
                () ->
                    IntStream.range(0, each)
                        .forEach(i -> journal.note(Notes.found(name + i, name + "x" + i)))));
      }
      for (Future<?> one : done) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(Notes.keys(Notes.read(file()))).hasSize(threads * each * 2).doesNotHaveDuplicates();
  }

  @Test
  void isKeptByOneProcessAtATime() {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      journal.note(Notes.found("ada"));
      assertThatExceptionOfType(UnableToKeepJournalException.class)
          .isThrownBy(() -> Journal.open(file(), entry -> {}))
          .satisfies(e -> assertThat(e.why()).startsWith("another harvester keeps"));
    }
    Journal.open(file(), entry -> {}).close();
  }

  @Test
  void leavesTheLatestOfWhatIsOldWhenItIsOpened() throws IOException {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      for (int i = 0; i < 20; i++) {
        journal.note(Notes.found("ada"));
      }
      journal.note(Notes.found("bob"));
    }
    long before = Files.size(file());

    List<Remembered> seen = new ArrayList<>();
    Journal.open(file(), seen::add).close();

    assertThat(Notes.keys(seen)).hasSize(9).endsWith("bob").startsWith("ada");
    assertThat(Files.size(file())).isLessThan(before / 2);
    assertThat(file().resolveSibling("journal.new")).doesNotExist();
  }

  @Test
  void isNotWrittenAnewForLittle() throws IOException {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      for (int i = 0; i < 16; i++) {
        journal.note(Notes.found("ada"));
      }
    }
    Object inode = Files.getAttribute(file(), "unix:ino");
    Journal.open(file(), entry -> {}).close();

    assertThat(Files.getAttribute(file(), "unix:ino")).isEqualTo(inode);
    assertThat(Notes.read(file())).hasSize(16);
  }

  @Test
  void leavesNothingOfWhomItIsToForgetAndGoesOn() {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      journal.note(Notes.found("ada", "bob"));
      journal.forget(entry -> entry.key().equals("ada"));
      journal.note(Notes.found("cid"));
    }
    assertThat(Notes.keys(Notes.read(file()))).containsExactly("bob", "cid");
    assertThat(file()).content().doesNotContain("ada");
  }

  @Test
  void losesNothingWhereThereIsNobodyToForget() {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      for (int i = 0; i < 20; i++) {
        journal.note(Notes.found("ada"));
      }
      journal.forget(entry -> false);
      journal.note(Notes.found("cid"));
    }
    assertThat(Notes.read(file())).hasSize(21);
  }

  @Test
  void saysWhatToDoWhenItCannotBeWritten() throws IOException {
    Files.createDirectories(file());

    assertThatExceptionOfType(UnableToKeepJournalException.class)
        .isThrownBy(() -> Journal.open(file(), entry -> {}))
        .satisfies(e -> assertThat(e.why()).contains(file().toString()))
        .satisfies(e -> assertThat(e.remedy()).contains("resume"));
  }

  @Test
  void endsTheRunWhenItIsClosedUnderneath() {
    Journal journal = Journal.open(file(), entry -> {});
    journal.close();

    assertThatExceptionOfType(UnableToKeepJournalException.class)
        .isThrownBy(() -> journal.note(Notes.found("ada")));
  }

  @Test
  void knowsTheTimeToTheMillisecond() {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      journal.note(Notes.found("ada"));
    }
    assertThat(Notes.read(file()))
        .extracting(Remembered::at)
        .containsExactly(Instant.parse("2026-03-03T10:00:00.123Z"));
  }
}
