package dev.influx.validator.crowd;

import dev.influx.validator.claims.Kind;
import dev.influx.validator.sorting.SpillingSort;
import java.util.Arrays;

/** Finds in the rows of claims who is in whose way, one row after the other. */
final class Rivals {
  static final int PLACE = 0;
  static final int KIND = 1;
  static final int OTHER = 2;
  static final int DIGITS = 3;
  static final int WIDTH = 4;

  private final SpillingSort encounters;
  private final long[] first = new long[ClaimRows.WIDTH];
  private boolean begun;

  /** Null as long as only one author claims it. */
  private AuthorId second;

  Rivals(SpillingSort encounters) {
    this.encounters = encounters;
  }

  /** Takes the rows in their order. */
  void add(long[] row) {
    if (!begun || !claimSame(row)) {
      begun = true;
      second = null;
      System.arraycopy(row, 0, first, 0, first.length);
    } else if (row[ClaimRows.EARLIER] == 0) {
      addClaimant(row);
    } else {
      addEarlier(row);
    }
  }

  private boolean claimSame(long[] row) {
    return Arrays.equals(row, 0, ClaimRows.EARLIER, first, 0, ClaimRows.EARLIER);
  }

  private void addClaimant(long[] row) {
    if (second == null) {
      second = ClaimRows.author(row);
      tellFirst(first);
    }
    tell(row, ClaimRows.author(first));
  }

  private void addEarlier(long[] row) {
    if (ClaimRows.author(row).equals(ClaimRows.author(first))) {
      tellFirst(row);
    } else {
      tell(row, ClaimRows.author(first));
    }
  }

  /** Nobody is in the way of who holds a handle. */
  private void tellFirst(long[] row) {
    if (second != null && ClaimRows.kind(row) != Kind.HANDLE) {
      tell(row, second);
    }
  }

  private void tell(long[] row, AuthorId other) {
    encounters.add(row[ClaimRows.PLACE], row[ClaimRows.KIND], other.number(), other.digits());
  }
}
