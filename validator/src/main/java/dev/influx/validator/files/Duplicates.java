package dev.influx.validator.files;

import dev.influx.validator.sorting.SpillingSort;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds marks that more than one author has, in memory that does not grow with the file: all are
 * sorted, on disk where they are many, and equal ones then stand side by side.
 */
final class Duplicates implements AutoCloseable {
  private static final int MARKS_IN_MEMORY = 1 << 17;
  private static final int FINDS_IN_MEMORY = 1 << 14;
  private static final int MARK = 3;
  private static final int LINE = 3;
  private static final int ID = 4;
  private static final long NO_ID = -1;

  /** Rows of kind, high, low, line, id: the first of equal ones is the one of the first line. */
  private final SpillingSort marks;

  /** Rows of line, kind, other line, id, other id. */
  private final SpillingSort finds;

  Duplicates(Path directory) {
    this.marks = new SpillingSort(5, MARKS_IN_MEMORY, directory);
    this.finds = new SpillingSort(5, FINDS_IN_MEMORY, directory);
  }

  void add(CheckedAuthor author) {
    for (Mark mark : author.marks()) {
      marks.add(mark.kind().number(), mark.high(), mark.low(), author.line(), number(author.id()));
    }
  }

  /**
   * Every author whose mark an earlier line has, and of copies also the first one, in the order of
   * the lines.
   */
  void forEach(Consumer<Fault> consumer) {
    marks.forEach(new Groups()::add);
    finds.forEach(
        row ->
            consumer.accept(
                Mark.Kind.of(row[1]).fault(row[0], text(row[3]), row[2], text(row[4]))));
  }

  /** Takes the marks in their order, and finds equal ones. */
  private final class Groups {
    private final long[] first = new long[ID + 1];
    private boolean firstIsTold;

    Groups() {
      Arrays.fill(first, Long.MIN_VALUE);
    }

    void add(long[] row) {
      if (!Arrays.equals(row, 0, MARK, first, 0, MARK)) {
        System.arraycopy(row, 0, first, 0, row.length);
        firstIsTold = false;
      } else if (!Mark.Kind.of(row[0]).isCopy()) {
        tell(row, first);
      } else if (row[ID] != first[ID]) {
        addCopy(row);
      }
    }

    /** The same author again is no copy: it is told of its id. */
    private void addCopy(long[] row) {
      if (!firstIsTold) {
        tell(first, row);
        firstIsTold = true;
      }
      tell(row, first);
    }

    private void tell(long[] row, long[] other) {
      finds.add(row[LINE], row[0], other[LINE], row[ID], other[ID]);
    }
  }

  private static long number(String id) {
    return id == null || !Mark.isId(id) ? NO_ID : Long.parseUnsignedLong(id);
  }

  private static String text(long id) {
    return id == NO_ID ? null : Long.toUnsignedString(id);
  }

  @Override
  public void close() {
    marks.close();
    finds.close();
  }
}
