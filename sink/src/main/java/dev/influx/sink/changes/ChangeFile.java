package dev.influx.sink.changes;

import dev.influx.sink.snapshot.Content;
import dev.influx.sink.snapshot.Manifest.ChangeCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The lines of a change file, counted while they are written. */
public final class ChangeFile {
  private final OutputStream out;
  private final Map<LineDifference.Op, Long> counts = new EnumMap<>(LineDifference.Op.class);

  private ChangeFile(OutputStream out) {
    this.out = out;
  }

  /** Writes how the content differs from the snapshot before. */
  public static ChangeCounts write(Content content, OutputStream out) throws IOException {
    ChangeFile file = new ChangeFile(out);
    content.forEachChange(file::add);
    return new ChangeCounts(
        file.count(LineDifference.Op.ADDED),
        file.count(LineDifference.Op.UPDATED),
        file.count(LineDifference.Op.REMOVED));
  }

  private void add(byte[] before, byte[] after) throws IOException {
    Optional<LineDifference> difference = LineDifference.between(before, after);
    if (difference.isPresent()) {
      counts.merge(difference.get().op(), 1L, Long::sum);
      out.write(difference.get().toJson());
      out.write('\n');
    }
  }

  private long count(LineDifference.Op op) {
    return counts.getOrDefault(op, 0L);
  }
}
