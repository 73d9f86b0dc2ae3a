package dev.influx.sink;

import dev.influx.sink.files.Occasion;
import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.files.UnableToPublishException;
import dev.influx.sink.index.AuthorIndex;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.Candidate.Cause;
import dev.influx.sink.snapshot.Candidate.Withheld;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Cut.Place;
import dev.influx.sink.snapshot.Cut.Position;
import dev.influx.sink.snapshot.Limits;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Manifest.Forced;
import dev.influx.sink.snapshot.Snapshot;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns changes into published snapshots, and knows which of them are in the published one. */
final class Materialiser implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Materialiser.class);

  private final PublishDirectory directory;
  private final SinkMetrics metrics;
  private final Troubles troubles;
  private final Clock clock;
  private final Publishing publishing;
  private final AsideKeeper aside;
  private final Succession succession;
  private final AuthorIndex index;
  private Cut cut;
  private Cut published;
  private boolean changed = true;

  Materialiser(Publisher publisher, Publishing publishing, Clock clock, Cut from) {
    this.directory = publisher.directory();
    this.metrics = publisher.metrics();
    this.troubles = publisher.troubles();
    this.clock = clock;
    this.publishing = publishing;
    this.aside = new AsideKeeper(directory.aside(), clock);
    this.succession = new Succession(clock);
    this.index = AuthorIndex.in(directory.indexDirectory());
    this.cut = from;
    this.published = from;
    LastSnapshot.rememberIn(index, directory);
  }

  /** Where to publish, and whom to tell. */
  record Publisher(PublishDirectory directory, SinkMetrics metrics, Troubles troubles) {}

  /** Changes, and the positions that they were read up to. */
  void take(List<AuthorChange> changes, Map<Place, Position> steps) {
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

  /** A change that was taken is of an author who was observed at this time, and has to wait. */
  void awaited(long observed) {
    metrics.arrived(observed);
  }

  private void count(AuthorChange change) {
    Runnable counting =
        change.fold(
            upserted -> metrics::upserted,
            withdrawn -> metrics::withdrawn,
            refused -> metrics::refused,
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

  /**
   * Whether what is pending shall not wait for its time: there are many changes, or a change of
   * policy has come to its end.
   */
  boolean pressing() {
    return index.news() >= publishing.changes() || promoted();
  }

  private boolean promoted() {
    Optional<String> before =
        directory.current().map(Manifest::policy).map(Manifest.Policy::sha256);
    return before.isPresent()
        && index.policySha256().filter(now -> !before.get().equals(now)).isPresent();
  }

  /** How far the topics were read. */
  Cut cut() {
    return cut;
  }

  /** How far the topics are in the published list: what may be committed. */
  Cut published() {
    return published;
  }

  int authors() {
    return Math.toIntExact(index.size());
  }

  /**
   * Publishes what is known, or says why not and leaves the last snapshot where it is.
   *
   * @param force why gates that may be overruled shall be
   * @return why nothing was published; empty if all is
   */
  Optional<String> publish(Optional<String> force) {
    return index
        .at(cut)
        .fold(
            snapshot ->
                prematurity()
                    .map(why -> withhold(new Withheld(Cause.MIXED_POLICIES, why)))
                    .orElseGet(() -> gate(snapshot, force)),
            this::withhold);
  }

  /** What speaks against the first list under a policy. */
  private Optional<String> prematurity() {
    if (promoted()) {
      return succession.objection(index.rejectedByOthers());
    }
    succession.settle();
    return Optional.empty();
  }

  private Optional<String> gate(Snapshot snapshot, Optional<String> force) {
    List<Limits.Objection> objections =
        publishing.limits().objections(snapshot, directory.current());
    if (objections.isEmpty()) {
      return write(snapshot, Optional.empty());
    }
    boolean forced = force.isPresent() && objections.stream().allMatch(Materialiser::isForceable);
    if (forced) {
      List<String> gates = objections.stream().map(each -> each.cause().code()).distinct().toList();
      return write(snapshot, Optional.of(new Forced(force.get(), gates)));
    }
    objections.stream().skip(1).forEach(each -> metrics.failed(each.cause().code()));
    String why = String.join("; ", objections.stream().map(Limits.Objection::why).toList());
    return withhold(
        new Withheld(objections.get(0).cause(), why, Optional.of(snapshot)), objections);
  }

  private static boolean isForceable(Limits.Objection objection) {
    return objection.cause().isForceable();
  }

  private Optional<String> withhold(Withheld withheld) {
    return withhold(withheld, List.of(new Limits.Objection(withheld.cause(), withheld.why())));
  }

  private Optional<String> withhold(Withheld withheld, List<Limits.Objection> objections) {
    metrics.failed(withheld.cause().code());
    String why = "no snapshot is published, the last one stays: " + withheld.why();
    troubles.raise(Troubles.Kind.WITHHELD, why);
    try {
      aside.keep(withheld, objections);
    } catch (IOException e) {
      troubles.raise(Troubles.Kind.DISK, "what is withheld cannot be kept: " + e.getMessage());
    }
    return Optional.of(why);
  }

  private Optional<String> write(Snapshot snapshot, Optional<Forced> forced) {
    troubles.settle(Troubles.Kind.WITHHELD);
    Timer.Sample watch = metrics.startPublishing();
    try {
      Manifest manifest =
          directory.publishes(snapshot)
              ? directory.current().orElseThrow()
              : directory.publish(snapshot, new Occasion(clock.instant(), forced));
      metrics.published(watch);
      metrics.show(manifest);
      LOG.debug("published {} with {} authors", manifest.snapshotId(), manifest.count());
      changed = false;
      published = cut;
      index.published();
      troubles.settle(Troubles.Kind.DISK);
      tidy();
      return Optional.empty();
    } catch (UnableToPublishException e) {
      metrics.failed(SinkMetrics.DISK);
      troubles.raise(Troubles.Kind.DISK, e.getMessage());
      return Optional.of(e.getMessage());
    }
  }

  /** What is left to do when the list is out; that it fails takes nothing back. */
  private void tidy() {
    try {
      aside.clear();
      directory.retain(publishing.retention(), clock.instant());
    } catch (IOException e) {
      LOG.warn("old snapshots could not be removed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
