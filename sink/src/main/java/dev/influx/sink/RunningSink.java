package dev.influx.sink;

import dev.influx.runtime.Health;
import dev.influx.runtime.Running;
import dev.influx.sink.SinkStatus.LastSnapshot;
import dev.influx.sink.Standing.Progress;
import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.snapshot.Manifest;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sink at work, until it is closed. */
public final class RunningSink implements Running {
  private static final Logger LOG = LoggerFactory.getLogger(RunningSink.class);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofMillis(1900);

  private final Thread thread;
  private final StopSignal stop;
  private final Standing standing;
  private final PublishDirectory directory;
  private final Clock clock;

  RunningSink(
      Thread thread, StopSignal stop, Standing standing, PublishDirectory directory, Clock clock) {
    this.thread = thread;
    this.stop = stop;
    this.standing = standing;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sink";
  }

  @Override
  public Health health() {
    return standing.health();
  }

  /** What it has read and published at this moment. */
  public SinkStatus status() {
    Progress progress = standing.progress();
    return new SinkStatus(
        progress.authors(),
        progress.caughtUp(),
        progress.pending(),
        progress.consumed(),
        directory.current().map(this::lastSnapshot));
  }

  private LastSnapshot lastSnapshot(Manifest manifest) {
    return new LastSnapshot(
        manifest.snapshotId(),
        manifest.createdAt(),
        Duration.between(manifest.createdAt(), clock.instant()),
        manifest.count(),
        directory.latest(),
        manifest.source().offsets());
  }

  /** Publishes what is pending, commits it, and lets go of the directory and the broker. */
  @Override
  public void close() {
    stop.give();
    try {
      thread.join(PATIENCE_AT_CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("the sink is still busy publishing; it ends with its process at the latest");
    }
  }
}
