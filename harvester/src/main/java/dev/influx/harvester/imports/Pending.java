package dev.influx.harvester.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of a value that is not read to its end: what their envelopes say of them may come after
 * them. Of an envelope that is too long to wait for, only what it says before them counts.
 */
final class Pending {
  private static final int MOST_BYTES = 1 << 22;
  private static final int MOST_PIECES = 5_000;

  private final Values.Taker taker;
  private final List<Piece> pieces = new ArrayList<>();
  private long bytes;

  Pending(Values.Taker taker) {
    this.taker = taker;
  }

  void add(Piece piece, int size) throws InterruptedException {
    pieces.add(piece);
    bytes += size;
    if (bytes > MOST_BYTES || pieces.size() >= MOST_PIECES) {
      flush();
    }
  }

  /** A piece that no envelope says anything of. */
  void pass(Piece piece) throws InterruptedException {
    flush();
    taker.take(piece);
  }

  void flush() throws InterruptedException {
    for (Piece piece : pieces) {
      taker.take(piece);
    }
    pieces.clear();
    bytes = 0;
  }
}
