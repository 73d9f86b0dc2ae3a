package dev.influx.app.pipe;

import java.time.Duration;
import java.util.Optional;

/**
 * The pipe at one moment, as a person wants to see it.
 *
 * @param observations in the raw topic
 * @param authors known to the scorer
 * @param listed in the last snapshot
 * @param lag raw observations that the scorer has yet to score
 * @param snapshotAge since the last snapshot was published
 */
public record PipeView(
    long observations,
    Optional<Long> authors,
    Optional<Long> listed,
    Optional<Long> lag,
    Optional<Duration> snapshotAge) {

  /** Known, and not in the list. */
  public Optional<Long> rejected() {
    return authors.flatMap(known -> listed.map(in -> Math.max(0, known - in)));
  }
}
