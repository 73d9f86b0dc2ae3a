package dev.influx.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request that the simulator answered.
 *
 * @param keys the handles or ids that were asked for, joined by commas; short for what is kept by
 *     the hundred thousand
 * @param token the fingerprint of the token, if there was one
 * @param status of the answer, whether it arrived or not
 * @param answer what kind of answer it was, such as {@code ok} or {@code rate_limited}
 * @param window how the rate window stood after the request, if it was one that counts
 * @param fault what befell the answer, by its name in scripts
 */
public record JournalEntry(
    Instant time,
    String method,
    String path,
    String keys,
    Optional<String> token,
    int status,
    String answer,
    Optional<Window> window,
    Optional<String> fault) {

  /** The state of a rate window. */
  public record Window(int limit, int remaining, long reset) {}

  /** What was asked for, as it was written. */
  public List<String> asked() {
    return keys.isEmpty() ? List.of() : List.of(keys.split(",", -1));
  }

  /** How many users were asked for. */
  public int items() {
    return asked().size();
  }
}
