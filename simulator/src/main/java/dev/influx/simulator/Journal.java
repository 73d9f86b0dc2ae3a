package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest requests, oldest first, and if there is a file, all of them in it. Safe for use by
 * many threads.
 */
final class Journal implements AutoCloseable {

  static final int CAPACITY = 100_000;

  /** So that a hundred thousand requests for a hundred users each do not fill the memory. */
  static final long MOST_CHARACTERS = 32 << 20;

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private final ArrayDeque<JournalEntry> entries = new ArrayDeque<>();
  private final Optional<OutputStream> file;
  private long characters;

  private Journal(Optional<OutputStream> file) {
    this.file = file;
  }

  static Journal inMemory() {
    return new Journal(Optional.empty());
  }

  /** Goes on where the file ends, for nothing in it is to be lost. */
  static Journal withFile(Path path) {
    try {
      return new Journal(
          Optional.of(
              Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    } catch (IOException e) {
      throw new UnableToWriteJournalException(path, e);
    }
  }

  synchronized void add(JournalEntry entry) {
    entries.addLast(entry);
    characters += entry.keys().length();
    while (entries.size() > CAPACITY || characters > MOST_CHARACTERS) {
      characters -= entries.removeFirst().keys().length();
    }
    file.ifPresent(out -> write(entry, out));
  }

  synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  /** Forgets what is in memory. */
  synchronized void clear() {
    entries.clear();
    characters = 0;
  }

  @Override
  public synchronized void close() {
    file.ifPresent(
        out -> {
          try {
            out.close();
          } catch (IOException e) {
            log.error("unable to close the journal: {}", e.toString());
          }
        });
  }

  /** One write for each line, so that a line is there or is not. */
  private static void write(JournalEntry entry, OutputStream out) {
    try {
      out.write((new String(ControlJson.journalEntry(entry), UTF_8) + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      log.error("unable to write the journal: {}", e.toString());
    }
  }
}
