package dev.influx.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How far a group is behind in a partition. What is not known is absent, never 0.
 *
 * @param look the last one
 * @param records yet to read, counted as offsets
 * @param time for how long the first of them has been waiting
 * @param readRate records a second that are read
 * @param velocity records a second by which that grows; below 0 it shrinks
 * @param catchUp until the end is reached at that velocity; absent unless it shrinks
 * @param commitAge how long the commit has been what it is; absent where there is nothing to read
 * @param retentionMargin until the first record to read may be deleted
 */
public record PartitionLag(
    Partition partition,
    Look look,
    OptionalLong records,
    Optional<TimeLag> time,
    OptionalDouble readRate,
    OptionalDouble velocity,
    Optional<Duration> catchUp,
    Optional<Duration> commitAge,
    Optional<Duration> retentionMargin,
    Verdict verdict) {
  private static final double MILLIS = 1000;

  public static PartitionLag of(Evidence evidence, LagSettings settings) {
    Look now = evidence.now();
    OptionalLong records = records(evidence);
    Movement window = Movement.within(evidence.looks(), settings.window()).sinceSetBack();
    OptionalDouble velocity = window.velocity();
    boolean behind = records.orElse(0) > 0;
    return new PartitionLag(
        evidence.partition(),
        now,
        records,
        time(evidence, records),
        window.readRate(),
        velocity,
        catchUp(records, velocity),
        behind ? Optional.of(commitAge(evidence)) : Optional.empty(),
        behind ? margin(evidence) : Optional.empty(),
        Verdict.of(evidence, settings));
  }

  private static OptionalLong records(Evidence evidence) {
    OptionalLong lag = evidence.now().lag();
    return lag.isPresent() && evidence.hasNothingToRead() ? OptionalLong.of(0) : lag;
  }

  private static Optional<TimeLag> time(Evidence evidence, OptionalLong records) {
    if (records.isEmpty()) {
      return Optional.empty();
    }
    return records.getAsLong() == 0
        ? Optional.of(new TimeLag(Duration.ZERO, TimeLag.Source.POLL_HISTORY))
        : TimeLag.of(evidence.looks(), evidence.firstUnread());
  }

  private static Optional<Duration> catchUp(OptionalLong records, OptionalDouble velocity) {
    if (records.isEmpty() || records.getAsLong() == 0) {
      return records.isEmpty() ? Optional.empty() : Optional.of(Duration.ZERO);
    }
    return velocity.orElse(0) < 0
        ? Optional.of(
            Duration.ofMillis((long) (records.getAsLong() * MILLIS / -velocity.getAsDouble())))
        : Optional.empty();
  }

  private static Duration commitAge(Evidence evidence) {
    return Duration.between(new Movement(evidence.looks()).standingSince(), evidence.now().at());
  }

  /** By the oldest time that the record may have: logs go by timestamps, not by arrival. */
  private static Optional<Duration> margin(Evidence evidence) {
    return evidence
        .retention()
        .flatMap(retention -> age(evidence).map(retention::minus))
        .map(margin -> margin.isNegative() ? Duration.ZERO : margin);
  }

  private static Optional<Duration> age(Evidence evidence) {
    Instant now = evidence.now().at();
    return evidence
        .firstUnread()
        .flatMap(FirstUnread::timestamp)
        .or(() -> evidence.now().eventTime())
        .map(time -> Duration.between(time, now))
        .or(() -> TimeLag.of(evidence.looks(), evidence.firstUnread()).map(TimeLag::age));
  }

  public LagState state() {
    return verdict.state();
  }

  public boolean isBehind() {
    return records.isEmpty() ? look.holdsRecords() : records.getAsLong() > 0;
  }

  /** The same figures, of which nobody can say whether they still hold. */
  PartitionLag stale(String reason) {
    return new PartitionLag(
        partition,
        look,
        records,
        time,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        commitAge,
        Optional.empty(),
        new Verdict(LagState.UNKNOWN, reason));
  }

  /** Of several that are as bad, one of which there is more to say. */
  static Optional<PartitionLag> worst(Stream<PartitionLag> partitions) {
    return partitions.max(
        Comparator.comparing(PartitionLag::state)
            .thenComparing(it -> it.isBehind() ? it.records().orElse(Long.MAX_VALUE) : 0)
            .thenComparing(it -> it.look().committed().isPresent()));
  }
}
