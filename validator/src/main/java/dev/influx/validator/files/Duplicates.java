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
  private static final long NO_ID = -1;

  /** Rows of kind, high, low, line, id: the first of equal ones is the one of the first line. */
  private final SpillingSort marks;

  /** Rows of line, kind, first line, id. */
  private final SpillingSort finds;

  Duplicates(Path directory) {
    this.marks = new SpillingSort(5, MARKS_IN_MEMORY, directory);
    this.finds = new SpillingSort(4, FINDS_IN_MEMORY, directory);
  }

  void add(CheckedAuthor author) {
    for (Mark mark : author.marks()) {
      marks.add(mark.kind().number(), mark.high(), mark.low(), author.line(), number(author.id()));
    }
  }

  /** Every author whose mark an earlier line has, in the order of the lines. */
  void forEach(Consumer<Fault> consumer) {
    long[] first = new long[MARK + 2];
    Arrays.fill(first, Long.MIN_VALUE);
    marks.forEach(
        row -> {
          if (Arrays.equals(row, 0, MARK, first, 0, MARK)) {
            finds.add(row[MARK], row[0], first[MARK], row[MARK + 1]);
          } else {
            System.arraycopy(row, 0, first, 0, row.length);
          }
        });
    finds.forEach(row -> consumer.accept(Mark.Kind.of(row[1]).fault(row[0], text(row[3]), row[2])));
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
