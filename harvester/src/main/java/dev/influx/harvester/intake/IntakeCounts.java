package dev.influx.harvester.intake;

/**
 * What came of the entries of lists; comments and blank lines are none.
 *
 * @param duplicates entries that ask for somebody a second time
 */
public record IntakeCounts(long accepted, long duplicates, long rejected) {

  /** All of them. */
  public long entries() {
    return accepted + duplicates + rejected;
  }
}
