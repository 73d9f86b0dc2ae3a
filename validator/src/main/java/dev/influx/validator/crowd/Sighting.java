package dev.influx.validator.crowd;

import dev.influx.validator.claims.Claim;
import dev.influx.validator.claims.Imprint;
import dev.influx.validator.claims.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * An author as seen at one place of the input: who, when, and the imprints of what was claimed. In
 * the order of the rows the sightings of one author stand side by side, the newest first; of those
 * of one instant that is the one that came last.
 */
public final class Sighting {
  static final int ID = 0;
  static final int DIGITS = 1;
  static final int AT = 2;
  static final int PLACE = 3;

  /** Of each kind two longs, 0 for what is not claimed. */
  private static final int IMPRINTS = 4;

  static final int WIDTH = IMPRINTS + 2 * Kind.values().length;

  private static final long MILLIS = 1_000;

  private final long[] row;

  private Sighting(long[] row) {
    this.row = row;
  }

  /**
   * Prepares for comparison.
   *
   * @param id of 1 to 19 digits
   * @param at to the millisecond, as everywhere where observations are kept
   * @param place rises from one sighting to the next
   */
  public static Sighting of(String id, Instant at, long place, List<Claim> claims) {
    long[] row = new long[WIDTH];
    AuthorId author = AuthorId.of(id);
    row[ID] = author.number();
    row[DIGITS] = author.digits();
    row[AT] = ~millis(at);
    row[PLACE] = ~place;
    for (Claim claim : claims) {
      Imprint imprint = Imprint.of(claim);
      row[high(claim.kind())] = imprint.high();
      row[high(claim.kind()) + 1] = imprint.low();
    }
    return new Sighting(row);
  }

  /** Instants reach further than their milliseconds fit into a long. */
  private static long millis(Instant at) {
    long farthest = Long.MAX_VALUE / MILLIS - 1;
    boolean fits = Math.abs(at.getEpochSecond()) < farthest;
    return fits ? at.toEpochMilli() : Long.signum(at.getEpochSecond()) * Long.MAX_VALUE;
  }

  long[] row() {
    return row;
  }

  static boolean haveSameAuthor(long[] one, long[] other) {
    return one[ID] == other[ID] && one[DIGITS] == other[DIGITS];
  }

  static long high(long[] row, Kind kind) {
    return row[high(kind)];
  }

  static long low(long[] row, Kind kind) {
    return row[high(kind) + 1];
  }

  static boolean claims(long[] row, Kind kind) {
    return row[high(kind)] != 0;
  }

  static boolean claimSame(long[] one, long[] other, Kind kind) {
    int at = high(kind);
    return Arrays.equals(one, at, at + 2, other, at, at + 2);
  }

  private static int high(Kind kind) {
    return IMPRINTS + 2 * kind.number();
  }
}
