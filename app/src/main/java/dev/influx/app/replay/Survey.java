package dev.influx.app.replay;

import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.scorer.replay.Range;
import dev.influx.scorer.replay.ReplayPlan;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts what a replay will have to do. */
final class Survey {
  private final ReplayPlan.World world;
  private final Range range;
  private final Selection selection;
  private final ForgottenAuthors removed;
  private final Set<String> authors = new HashSet<>();
  private long records;
  private long bytes;
  private long forgotten;
  private long nameless;

  Survey(ReplayPlan.World world, Range range, Selection selection, ForgottenAuthors removed) {
    this.world = world;
    this.range = range;
    this.selection = selection;
    this.removed = removed;
  }

  /** How fast it will go, and how that was found out. */
  record Pace(Optional<Long> recordsPerSecond, Optional<String> measured) {}

  /** Whether the record is one that the replay judges. */
  boolean take(ConsumerRecord<String, byte[]> record) {
    if (!Selection.within(world.extents(), record) || !range.hasTime(record.timestamp())) {
      return false;
    }
    if (record.key() == null || record.value() == null) {
      nameless++;
      return false;
    }
    if (!selection.test(record.key())) {
      return false;
    }
    if (removed.hasId(record.key())) {
      forgotten++;
      return false;
    }
    records++;
    bytes += record.serializedKeySize() + record.serializedValueSize();
    authors.add(record.key());
    return true;
  }

  ReplayPlan.Volume volume(Pace pace) {
    return new ReplayPlan.Volume(
        records,
        bytes,
        authors.size(),
        forgotten,
        nameless,
        pace.recordsPerSecond(),
        pace.measured());
  }
}
