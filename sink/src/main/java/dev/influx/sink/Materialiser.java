package dev.influx.sink;

import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.files.UnableToPublishException;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.AuthorIndex;
import dev.influx.sink.snapshot.Candidate.Withheld;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Cut.Position;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Snapshot;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns changes into published snapshots, and knows which of them are in the published one. */
final class Materialiser {
  private static final Logger LOG = LoggerFactory.getLogger(Materialiser.class);

  private final PublishDirectory directory;
  private final SinkMetrics metrics;
  private final Troubles troubles;
  private final Clock clock;
  private final AuthorIndex index = new AuthorIndex();
  private Cut cut;
  private Cut published;
  private boolean changed = true;

  Materialiser(
      PublishDirectory directory, SinkMetrics metrics, Troubles troubles, Clock clock, Cut from) {
    this.directory = directory;
    this.metrics = metrics;
    this.troubles = troubles;
    this.clock = clock;
    this.cut = from;
    this.published = from;
  }

  /** Changes, and the positions that they were read up to. */
  void take(List<AuthorChange> changes, Map<Integer, Position> steps) {
    for (AuthorChange change : changes) {
      changed |= index.apply(change);
      count(change);
    }
    cut = cut.advancedBy(steps);
    if (!pending()) {
      published = cut;
      troubles.settle(Troubles.Kind.WITHHELD);
    }
  }

  private void count(AuthorChange change) {
    Runnable counting =
        change.fold(
            upserted -> metrics::upserted,
            withdrawn -> metrics::withdrawn,
            doubtful -> metrics::doubtful);
    counting.run();
  }

  /**
   * Whether the published list is not what it should be. An empty list is worth publishing only
   * where it takes the place of another: before there ever was an author nothing is known, not even
   * a policy.
   */
  boolean pending() {
    return changed && !(index.isBlank() && directory.current().isEmpty());
  }

  /** How far the topic was read. */
  Cut cut() {
    return cut;
  }

  /** How far the topic is in the published list: what may be committed. */
  Cut published() {
    return published;
  }

  int authors() {
    return index.size();
  }

  /** Publishes what is known, or says why not and leaves the last snapshot where it is. */
  void publish() {
    index
        .at(cut)
        .<Runnable>fold(snapshot -> () -> write(snapshot), withheld -> () -> withhold(withheld))
        .run();
  }

  private void withhold(Withheld withheld) {
    metrics.failed(withheld.cause().code());
    troubles.raise(
        Troubles.Kind.WITHHELD, "no snapshot is published, the last one stays: " + withheld.why());
  }

  private void write(Snapshot snapshot) {
    troubles.settle(Troubles.Kind.WITHHELD);
    Timer.Sample watch = metrics.startPublishing();
    try {
      Manifest manifest = directory.publish(snapshot, clock.instant());
      metrics.published(watch);
      metrics.show(manifest);
      LOG.debug("published {} with {} authors", manifest.snapshotId(), manifest.count());
      changed = false;
      published = cut;
      troubles.settle(Troubles.Kind.DISK);
    } catch (UnableToPublishException e) {
      metrics.failed(SinkMetrics.DISK);
      troubles.raise(Troubles.Kind.DISK, e.getMessage());
    }
  }
}
