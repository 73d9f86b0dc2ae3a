package dev.influx.validator.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All authors that a sample stands for, and those it does not.
 *
 * @param codes how many were found with each code
 * @param leftOut how many there was nothing to ask about, by the reason
 */
public record Population(
    long flagged, long clean, SortedMap<String, Long> codes, SortedMap<String, Long> leftOut) {
  public Population {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
  }

  /** How many authors stand on one side. */
  public long of(Stratum stratum) {
    return stratum == Stratum.FLAGGED ? flagged : clean;
  }
}
