package dev.influx.harvester.journal;

import dev.influx.harvester.plan.Remembered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a journal anew without what nobody needs, and puts it in the place of the old one when it
 * is whole. It reads the old one twice, so that memory holds a number for each author and no more.
 */
final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

  /** From these it is told how much an author changes. */
  private static final int LATEST = 8;

  private static final int ENTRIES_OF_A_LINE = 100;

  private final Path file;
  private final Predicate<Remembered> gone;
  private final Map<String, Integer> entries = new HashMap<>();
  private long all;
  private long without;

  private Compaction(Path file, Predicate<Remembered> gone) {
    this.file = file;
    this.gone = gone;
  }

  /** Leaves the latest entries of each author, once there are at least as many others. */
  static void ofOld(Path file) throws IOException {
    Compaction compaction = new Compaction(file, entry -> false);
    compaction.count();
    if (compaction.all > 2 * compaction.kept()) {
      compaction.write();
    }
  }

  /** Leaves out every entry of some authors, if there are any. */
  static void of(Path file, Predicate<Remembered> gone) throws IOException {
    Compaction compaction = new Compaction(file, gone);
    compaction.count();
    if (compaction.without > 0) {
      compaction.write();
    }
  }

  private void count() {
    FileJournal.read(
        file,
        entry -> {
          all++;
          if (gone.test(entry)) {
            without++;
          } else {
            entries.merge(entry.key(), 1, Integer::sum);
          }
        });
  }

  private long kept() {
    return entries.values().stream().mapToLong(count -> Math.min(count, LATEST)).sum();
  }

  private void write() throws IOException {
    Path staged = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            staged,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      Batches batches = new Batches(out);
      FileJournal.read(file, entry -> take(entry, batches));
      batches.flush();
      out.force(true);
    }
    Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
    LOG.info("{} was written anew, without what is old", file);
  }

  private void take(Remembered entry, Consumer<Remembered> out) {
    if (!gone.test(entry) && entries.merge(entry.key(), -1, Integer::sum) < LATEST) {
      out.accept(entry);
    }
  }

  /** Writes entries a line at a time. */
  private static final class Batches implements Consumer<Remembered> {
    private final FileChannel out;
    private final List<Remembered> together = new ArrayList<>();

    Batches(FileChannel out) {
      this.out = out;
    }

    @Override
    public void accept(Remembered entry) {
      together.add(entry);
      if (together.size() == ENTRIES_OF_A_LINE) {
        flush();
      }
    }

    void flush() {
      ByteBuffer line = ByteBuffer.wrap(Line.write(together));
      try {
        while (line.hasRemaining()) {
          out.write(line);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      together.clear();
    }
  }
}
