package dev.influx.sink.files;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which snapshots are kept.
 *
 * @param last so many of the newest
 * @param days and for so many days the last one of each day, in UTC
 */
public record Retention(int last, int days) {
  /** What the settings say unless they are changed. */
  public static final Retention DEFAULT = new Retention(24, 30);

  public Retention {
    if (last < 1 || days < 0) {
      throw new IllegalArgumentException("at least one snapshot is kept, and days from 0");
    }
  }

  /** Those of the snapshots, the newest first, that nothing keeps. */
  Set<StoredSnapshot> surplus(
      List<StoredSnapshot> newestFirst, Set<String> neededIds, Instant now) {
    Set<LocalDate> daysSeen = new HashSet<>();
    Set<StoredSnapshot> surplus = new LinkedHashSet<>();
    Instant oldest = now.minus(Duration.ofDays(days));
    for (int i = 0; i < newestFirst.size(); i++) {
      StoredSnapshot each = newestFirst.get(i);
      Instant created = each.manifest().createdAt();
      boolean lastOfDay = daysSeen.add(created.atOffset(ZoneOffset.UTC).toLocalDate());
      boolean daily = lastOfDay && created.isAfter(oldest);
      if (i >= last && !daily && !neededIds.contains(each.manifest().snapshotId())) {
        surplus.add(each);
      }
    }
    return surplus;
  }
}
