package dev.influx.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What happens to a log and a group, second by second, and what is looked at of it. */
final class TestingLooks {
  static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
  static final Partition PARTITION = new Partition("orders", 3);

  private final List<Look> looks = new ArrayList<>();
  private Instant now = BEGIN;
  private long start;
  private long end;
  private OptionalLong committed = OptionalLong.empty();
  private Optional<Instant> eventTime = Optional.empty();
  private Optional<FirstUnread> firstUnread = Optional.empty();
  private boolean beyondTheLog;
  private OptionalInt members = OptionalInt.empty();
  private Optional<Duration> retention = Optional.empty();

  TestingLooks log(long start, long end) {
    this.start = start;
    this.end = end;
    return this;
  }

  TestingLooks end(long end) {
    return log(start, end);
  }

  TestingLooks committed(long offset) {
    committed = OptionalLong.of(offset);
    return this;
  }

  TestingLooks eventTime(Duration before) {
    eventTime = Optional.of(now.minus(before));
    return this;
  }

  TestingLooks firstUnread(FirstUnread what) {
    firstUnread = Optional.of(what);
    return this;
  }

  TestingLooks beyondTheLog() {
    beyondTheLog = true;
    return this;
  }

  TestingLooks members(int number) {
    members = OptionalInt.of(number);
    return this;
  }

  TestingLooks retention(Duration time) {
    retention = Optional.of(time);
    return this;
  }

  TestingLooks look() {
    looks.add(new Look(now, start, end, committed, eventTime));
    return this;
  }

  TestingLooks after(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Looks every five seconds for so long, while both move by so much each time. */
  TestingLooks looks(int times, long written, long read) {
    for (int i = 0; i < times; i++) {
      after(Duration.ofSeconds(5));
      end += written;
      committed = OptionalLong.of(committed.orElse(0) + read);
      look();
    }
    return this;
  }

  Instant now() {
    return now;
  }

  PartitionLag lag() {
    return PartitionLag.of(
        new Evidence(PARTITION, looks, firstUnread, beyondTheLog, members, retention),
        LagSettings.usual());
  }
}
