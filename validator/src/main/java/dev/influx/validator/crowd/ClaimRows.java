package dev.influx.validator.crowd;

import dev.influx.validator.claims.Kind;
import dev.influx.validator.sorting.SpillingSort;

/**
 * The claims that count, as rows that stand side by side when they are the same: first those of the
 * newest sighting of each author, in the order of {@link dev.influx.validator.claims.Claimants},
 * then those that the same author also made before.
 */
final class ClaimRows {
  static final int KIND = 0;

  /** Rows with the same longs before this one claim the same. */
  static final int EARLIER = 3;

  static final int RANK = 4;
  static final int ID = 5;
  static final int DIGITS = 6;
  static final int PLACE = 7;
  static final int WIDTH = 8;

  private static final Kind[] KINDS = Kind.values();

  private final SpillingSort claims;
  private final long[] newest = new long[Sighting.WIDTH];
  private final long[] row = new long[WIDTH];
  private boolean begun;

  ClaimRows(SpillingSort claims) {
    this.claims = claims;
  }

  /** Takes the sightings in their order. */
  void add(long[] sighting) {
    if (!begun || !Sighting.haveSameAuthor(sighting, newest)) {
      begun = true;
      System.arraycopy(sighting, 0, newest, 0, newest.length);
      addAll(sighting);
    } else {
      addWhatIsStillClaimed(sighting);
    }
  }

  private void addAll(long[] sighting) {
    for (Kind kind : KINDS) {
      if (Sighting.claims(sighting, kind)) {
        add(sighting, kind, 0);
      }
    }
  }

  /** What an author claimed before, and does not any more, is in nobody's way. */
  private void addWhatIsStillClaimed(long[] sighting) {
    for (Kind kind : KINDS) {
      if (Sighting.claims(sighting, kind) && Sighting.claimSame(sighting, newest, kind)) {
        add(sighting, kind, 1);
      }
    }
  }

  private void add(long[] sighting, Kind kind, long earlier) {
    boolean held = kind == Kind.HANDLE;
    row[KIND] = kind.number();
    row[1] = Sighting.high(sighting, kind);
    row[2] = Sighting.low(sighting, kind);
    row[EARLIER] = earlier;
    // A handle is held by the newest claim, and of two such by that of the greater id.
    row[RANK] = held ? sighting[Sighting.AT] : 0;
    row[ID] = held ? ~sighting[Sighting.ID] : sighting[Sighting.ID];
    row[DIGITS] = held ? ~sighting[Sighting.DIGITS] : sighting[Sighting.DIGITS];
    row[PLACE] = ~sighting[Sighting.PLACE];
    claims.add(row);
  }

  static Kind kind(long[] row) {
    return Kind.of(row[KIND]);
  }

  static AuthorId author(long[] row) {
    return kind(row) == Kind.HANDLE
        ? new AuthorId(~row[ID], ~row[DIGITS])
        : new AuthorId(row[ID], row[DIGITS]);
  }
}
