package dev.influx.sink.snapshot;

import java.io.IOException;
import java.io.OutputStream;

/** Where the lines of a snapshot come from; usable until the index takes its next change. */
public interface Content {
  /** The lines, best author first, each ended by a line feed. */
  void writeLines(OutputStream out) throws IOException;

  /** Whoever may differ from the last snapshot, each once, ascending by id as text. */
  void forEachChange(ChangeTaker taker) throws IOException;

  /** Takes how an author stood and stands; no bytes where the author was or is not in the list. */
  @FunctionalInterface
  interface ChangeTaker {
    void take(byte[] before, byte[] after) throws IOException;
  }
}
