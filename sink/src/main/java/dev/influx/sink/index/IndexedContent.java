package dev.influx.sink.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.sink.index.Shelf.Part;
import dev.influx.sink.record.LineBuffer;
import dev.influx.sink.record.LineTemplate;
import dev.influx.sink.record.LineTemplate.Places;
import dev.influx.sink.snapshot.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The content of a snapshot, read from the index in one pass. */
final class IndexedContent implements Content {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Shelf shelf;
  private final long round;

  IndexedContent(Shelf shelf, long round) {
    this.shelf = shelf;
    this.round = round;
  }

  @Override
  public void writeLines(OutputStream out) throws IOException {
    LineBuffer buffer = new LineBuffer(2 * BUFFER_BYTES);
    Map<String, Long> lastInDomain = new HashMap<>();
    long[] last = new long[1];
    shelf.forEachValue(
        Part.ORDER,
        value -> {
          Row row = Row.of(value);
          row.line().fill(places(row, ++last[0], lastInDomain), buffer);
          if (buffer.length() >= BUFFER_BYTES) {
            buffer.drainTo(out);
          }
        });
    buffer.drainTo(out);
  }

  private Places places(Row row, long rank, Map<String, Long> lastInDomain) {
    LineTemplate line = row.line();
    long inDomain = line.hasDomain() ? lastInDomain.merge(line.domain(), 1L, Long::sum) : 0;
    return new Places(rank, inDomain, row.previousTenths(round));
  }

  @Override
  public void forEachChange(ChangeTaker taker) throws IOException {
    shelf.forEach(
        Part.BEFORE,
        (id, value) -> {
          byte[] before = Before.of(value).line().orElse(null);
          byte[] after = line(id).orElse(null);
          if (before != null || after != null) {
            taker.take(before, after);
          }
          return true;
        });
  }

  private Optional<byte[]> line(byte[] id) {
    return shelf
        .get(Part.AUTHORS, id)
        .map(Entry::of)
        .map(
            entry ->
                shelf
                    .get(Part.ORDER, entry.key().bytes())
                    .orElseThrow(
                        () -> new IllegalStateException("no place for " + new String(id, UTF_8))))
        .map(value -> Row.of(value).line().bytes());
  }
}
