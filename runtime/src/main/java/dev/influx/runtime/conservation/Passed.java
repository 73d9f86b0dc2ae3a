package dev.influx.runtime.conservation;

import dev.influx.runtime.conservation.Conservation.Place;
import java.util.List;

/**
 * What is to be said of offsets that a scorer has passed over. Where no record stands there is
 * nothing to say.
 *
 * @param letters records that died, and were not counted before their scorer did
 * @param missing records that have come to no result
 */
record Passed(long letters, List<Place> missing) {
  Passed {
    missing = List.copyOf(missing);
  }
}
