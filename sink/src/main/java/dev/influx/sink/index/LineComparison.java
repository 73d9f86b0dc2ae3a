package dev.influx.sink.index;

import dev.influx.sink.changes.LineDifference;
import dev.influx.sink.index.Shelf.Part;
import dev.influx.sink.record.PublishedBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How two published lists differ, with one of them on the disk: memory does not grow with either.
 */
public final class LineComparison implements AutoCloseable {
  private final Shelf shelf;

  private LineComparison(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Works in a directory, which is emptied first. */
  public static LineComparison in(Path directory) {
    return new LineComparison(Shelf.emptyIn(directory));
  }

  /** Takes what differs. */
  @FunctionalInterface
  public interface Taker {
    void take(LineDifference difference) throws IOException;
  }

  /** One line of the older list. */
  public void before(byte[] line) {
    shelf.put(Part.BEFORE, PublishedBytes.id(line), line);
  }

  /** One line of the newer list, when the older one is known whole. */
  public Optional<LineDifference> after(byte[] line) throws IOException {
    byte[] id = PublishedBytes.id(line);
    Optional<byte[]> old = shelf.get(Part.BEFORE, id);
    shelf.delete(Part.BEFORE, id);
    return LineDifference.between(old.orElse(null), line);
  }

  /** Whoever was in the older list alone, when the newer one is known whole too. */
  public void forEachRemoved(Taker taker) throws IOException {
    shelf.forEach(
        Part.BEFORE,
        (id, line) -> {
          Optional<LineDifference> removed = LineDifference.between(line, null);
          if (removed.isPresent()) {
            taker.take(removed.get());
          }
          return true;
        });
  }

  @Override
  public void close() {
    shelf.close();
  }
}
