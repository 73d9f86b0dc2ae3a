package dev.influx.validator.sorting;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Several sorted sequences as one. */
final class Merge implements Cursor {
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>((one, other) -> Arrays.compare(one.row, other.row));

  private Merge() {}

  /** The first row of a sequence, and the rest of it. */
  private static final class Head {
    private final long[] row;
    private final Cursor rest;

    Head(long[] row, Cursor rest) {
      this.row = row;
      this.rest = rest;
    }
  }

  static Cursor of(List<Cursor> sequences, int width) {
    Merge merge = new Merge();
    for (Cursor sequence : sequences) {
      merge.offer(new Head(new long[width], sequence));
    }
    return merge;
  }

  @Override
  public boolean next(long[] row) {
    Head least = heads.poll();
    if (least == null) {
      return false;
    }
    System.arraycopy(least.row, 0, row, 0, row.length);
    offer(least);
    return true;
  }

  private void offer(Head head) {
    if (head.rest.next(head.row)) {
      heads.add(head);
    }
  }
}
