package dev.influx.validator.crowd;

import dev.influx.validator.claims.Kind;
import dev.influx.validator.sorting.Cursor;
import dev.influx.validator.sorting.SpillingSort;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Any number of sightings, and who of them meets whom. What an author claims is what the newest
 * sighting claims; an earlier one is told of what it shares with that.
 */
public final class Crowd implements AutoCloseable {
  private static final int ROWS_IN_MEMORY = 1 << 16;

  private final Path scratch;
  private final int rowsInMemory;
  private final SpillingSort sightings;
  private final SpillingSort encounters;

  /**
   * Starts with nobody.
   *
   * @param scratch where temporary files may be
   */
  public Crowd(Path scratch) {
    this(scratch, ROWS_IN_MEMORY);
  }

  Crowd(Path scratch, int rowsInMemory) {
    this.scratch = scratch;
    this.rowsInMemory = rowsInMemory;
    this.sightings = new SpillingSort(Sighting.WIDTH, rowsInMemory, scratch);
    this.encounters = new SpillingSort(Rivals.WIDTH, rowsInMemory, scratch);
  }

  public void add(Sighting sighting) {
    sightings.add(sighting.row());
  }

  /** Goes over encounters, those at the least place first. */
  @FunctionalInterface
  public interface Encounters {
    /** Empty when there are no more. */
    Optional<Encounter> next();
  }

  /** Compares all who were seen; once, and then no more can be added. */
  public Encounters encounters() {
    try (SpillingSort claims = new SpillingSort(ClaimRows.WIDTH, 2 * rowsInMemory, scratch)) {
      sightings.forEach(new ClaimRows(claims)::add);
      sightings.close();
      claims.forEach(new Rivals(encounters)::add);
    }
    Cursor rows = encounters.rows();
    long[] row = new long[Rivals.WIDTH];
    return () -> rows.next(row) ? Optional.of(encounter(row)) : Optional.empty();
  }

  private static Encounter encounter(long[] row) {
    AuthorId other = new AuthorId(row[Rivals.OTHER], row[Rivals.DIGITS]);
    return new Encounter(row[Rivals.PLACE], Kind.of(row[Rivals.KIND]), other.text());
  }

  @Override
  public void close() {
    sightings.close();
    encounters.close();
  }
}
