package dev.influx.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * For how long, at most, the first record that a group has not read has been waiting.
 *
 * @param source how it is known
 */
public record TimeLag(Duration age, Source source) {
  /** Clocks of brokers and producers that run ahead by so much are believed. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  /** Between looks further apart, nobody can say when a record came. */
  private static final Duration WIDEST_GAP = Duration.ofMinutes(10);

  /** Where a time lag comes from. */
  public enum Source {
    /** The event time that the group has committed with its offset. */
    COMMIT_METADATA,
    /** The timestamp of the first record that was not read. */
    LOG_ANCHOR,
    /** When the end of the log was seen to pass the place of the group. */
    POLL_HISTORY;

    /** As it is written in labels and JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The smallest of all bounds. Event times alone would call a group late by the length of every
   * idle gap, and by the age of every back-dated record. Empty where nothing bounds it.
   *
   * @param looks the oldest first; of the last one the lag is asked
   */
  static Optional<TimeLag> of(List<Look> looks, Optional<FirstUnread> firstUnread) {
    Look now = looks.get(looks.size() - 1);
    List<TimeLag> bounds = new ArrayList<>();
    now.eventTime()
        .flatMap(time -> since(time, now.at(), Source.COMMIT_METADATA))
        .ifPresent(bounds::add);
    firstUnread
        .flatMap(FirstUnread::timestamp)
        .flatMap(time -> since(time, now.at(), Source.LOG_ANCHOR))
        .ifPresent(bounds::add);
    passed(looks, now.position())
        .flatMap(time -> since(time, now.at(), Source.POLL_HISTORY))
        .ifPresent(bounds::add);
    return bounds.stream().min(Comparator.comparing(TimeLag::age));
  }

  /** A time in the future says nothing, unless clocks differ by a little. */
  private static Optional<TimeLag> since(Instant time, Instant now, Source source) {
    Duration age = Duration.between(time, now);
    if (age.compareTo(SKEW.negated()) < 0) {
      return Optional.empty();
    }
    return Optional.of(new TimeLag(age.isNegative() ? Duration.ZERO : age, source));
  }

  /** When the record at an offset was written, as the ends that were seen tell. */
  private static Optional<Instant> passed(List<Look> looks, long offset) {
    for (int i = looks.size() - 2; i >= 0; i--) {
      if (looks.get(i).end() <= offset) {
        return Optional.of(between(looks.get(i), looks.get(i + 1), offset));
      }
    }
    return Optional.empty();
  }

  /** In proportion between two ends; after a gap the earlier, because it is a bound. */
  private static Instant between(Look before, Look after, long offset) {
    Duration gap = Duration.between(before.at(), after.at());
    long records = after.end() - before.end();
    if (gap.compareTo(WIDEST_GAP) > 0 || records <= 0) {
      return before.at();
    }
    double share = (double) (offset - before.end()) / records;
    return before.at().plusMillis((long) (gap.toMillis() * Math.min(1, share)));
  }
}
