package dev.influx.validator.sorting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts any number of rows, each of the same number of longs, by their first long, then their
 * second and so on, as signed numbers. What does not fit into a buffer goes to a temporary file, in
 * sorted runs; the memory taken is fixed, and the file takes a few times the bytes of the rows.
 *
 * <p>The file has no name from the moment that it is open: whatever ends the process, the system
 * takes its space back. Where a system has no such files, it goes when the sort is closed.
 */
public final class SpillingSort implements AutoCloseable {
  /** How many runs are merged at once: each takes a small buffer. */
  private static final int MOST_RUNS = 32;

  private final int width;
  private final Rows buffer;
  private final SpillFile file;

  /** Runs at 0 come from the buffer, those at the next level from as many of them, and so on. */
  private final List<List<Run>> levels = new ArrayList<>();

  private boolean open = true;

  /**
   * Starts with no rows.
   *
   * @param width how many longs a row has
   * @param rowsInMemory how many rows may be in memory; twice their bytes are taken
   * @param directory where the temporary file may be
   */
  public SpillingSort(int width, int rowsInMemory, Path directory) {
    this.width = width;
    this.buffer = new Rows(width, rowsInMemory);
    this.file = new SpillFile(directory, width);
  }

  /** Takes rows in their order; the array is used again for the next one. */
  @FunctionalInterface
  public interface RowConsumer {
    void accept(long[] row);
  }

  /** Adds a copy of the row. */
  public void add(long... row) {
    if (!open) {
      throw new IllegalStateException("the rows were sorted already");
    }
    if (buffer.isFull()) {
      spill();
    }
    buffer.add(row);
  }

  /** Hands every row on, least first; once, and then no more can be added. */
  public void forEach(RowConsumer consumer) {
    Cursor all = rows();
    long[] row = new long[width];
    while (all.next(row)) {
      consumer.accept(row);
    }
  }

  /** Goes over the rows, least first, at the pace of the caller; then no more can be added. */
  public Cursor rows() {
    open = false;
    buffer.sort();
    List<Cursor> cursors = new ArrayList<>();
    cursors.add(buffer.cursor());
    for (List<Run> level : levels) {
      for (Run run : level) {
        cursors.add(file.read(run));
      }
    }
    return Merge.of(cursors, width);
  }

  private void spill() {
    buffer.sort();
    keep(file.write(buffer.cursor()), 0);
    buffer.clear();
  }

  private void keep(Run run, int level) {
    if (levels.size() == level) {
      levels.add(new ArrayList<>());
    }
    List<Run> runs = levels.get(level);
    runs.add(run);
    if (runs.size() == MOST_RUNS) {
      Run merged = merge(runs);
      runs.clear();
      keep(merged, level + 1);
    }
  }

  private Run merge(List<Run> runs) {
    List<Cursor> cursors = new ArrayList<>();
    for (Run run : runs) {
      cursors.add(file.read(run));
    }
    return file.write(Merge.of(cursors, width));
  }

  @Override
  public void close() {
    file.close();
  }
}
