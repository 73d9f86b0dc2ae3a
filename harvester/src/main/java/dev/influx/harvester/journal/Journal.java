package dev.influx.harvester.journal;

import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Settlement;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Notes what is done as soon as it is. */
public interface Journal extends AutoCloseable {

  /** For runs after which nobody asks what they did. */
  Journal NONE = new NoJournal();

  /**
   * Opens a journal, or begins one, and hands over what is in it, oldest first. What a crash left
   * unfinished at its end is cut off, and of what is old only as much is left as tells how much an
   * author changes. One process at a time may have it.
   *
   * @throws UnableToKeepJournalException when it cannot be written
   */
  static Journal open(Path file, Consumer<Remembered> known) {
    return FileJournal.open(file, known);
  }

  /**
   * Hands over what is in a journal, oldest first, and leaves it as it is. One that is not there is
   * empty.
   */
  static void read(Path file, Consumer<Remembered> known) {
    FileJournal.read(file, known);
  }

  /**
   * Returns when it is on disk.
   *
   * @throws UnableToKeepJournalException when it cannot be written
   */
  void note(Settlement settlement);

  /**
   * Leaves nothing of some authors.
   *
   * @throws UnableToKeepJournalException when it cannot be written
   */
  void forget(Predicate<Remembered> gone);

  @Override
  void close();
}
