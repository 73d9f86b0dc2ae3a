package dev.influx.sink;

import dev.influx.sink.snapshot.Candidate;
import dev.influx.sink.snapshot.Manifest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The figures of a sink for the metrics page; those of a snapshot only once there is one. */
final class SinkMetrics implements AutoCloseable {
  /** Why a snapshot failed that was ready to go out. */
  static final String DISK = "disk";

  private static final double MILLIS = 1000;

  private final MeterRegistry meters;
  private final Clock clock;
  private final Counter upserted;
  private final Counter withdrawn;
  private final Counter refused;
  private final Counter doubtful;
  private final Timer publishing;
  private final PublishLatency latency;
  private volatile Manifest current;
  private List<Meter> ofSnapshot = List.of();

  SinkMetrics(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
    this.upserted = records("upserted");
    this.withdrawn = records("withdrawn");
    this.refused = records("refused");
    this.doubtful = records("doubtful");
    this.publishing =
        Timer.builder("influx.snapshot.publish.seconds")
            .description("Time to write and publish a snapshot")
            .register(meters);
    this.latency = new PublishLatency(meters);
    // Shown from the start: an alert cannot see a counter grow that begins with 1.
    failures(DISK);
    for (Candidate.Cause cause : Candidate.Cause.values()) {
      failures(cause.code());
    }
  }

  private Counter records(String outcome) {
    return Counter.builder("influx.records")
        .description("Records by stage and what became of them")
        .tag("stage", "sink")
        .tag("outcome", outcome)
        .register(meters);
  }

  void upserted() {
    upserted.increment();
  }

  void withdrawn() {
    withdrawn.increment();
  }

  void refused() {
    refused.increment();
  }

  void doubtful() {
    doubtful.increment();
  }

  private Counter failures(String reason) {
    return Counter.builder("influx.snapshot.publish.failures")
        .description("Snapshots that were due and not published")
        .tag("reason", reason)
        .register(meters);
  }

  /** Nothing was published when it was due. */
  void failed(String reason) {
    failures(reason).increment();
  }

  Timer.Sample startPublishing() {
    return Timer.start(meters);
  }

  void published(Timer.Sample watch) {
    watch.stop(publishing);
    latency.published(clock.millis());
  }

  /** Somebody waits for the next snapshot who was observed at this time. */
  void arrived(long observed) {
    latency.arrived(clock.millis(), observed);
  }

  void show(Manifest manifest) {
    current = manifest;
    if (ofSnapshot.isEmpty()) {
      ofSnapshot = List.of(age(), count());
    }
  }

  private Gauge age() {
    return Gauge.builder("influx.snapshot.age.seconds", this::ageInSeconds)
        .description("Age of the published snapshot")
        .register(meters);
  }

  private Gauge count() {
    return Gauge.builder("influx.snapshot.records", () -> current.count())
        .description("Authors in the published snapshot")
        .register(meters);
  }

  private double ageInSeconds() {
    return Duration.between(current.createdAt(), clock.instant()).toMillis() / MILLIS;
  }

  /** A sink that is gone has no age to show; another one on the same registry brings its own. */
  @Override
  public void close() {
    ofSnapshot.forEach(meters::remove);
  }
}
