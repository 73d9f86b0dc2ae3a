package dev.influx.harvester.plan;

import dev.influx.lists.seeds.Seed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The authors to look after: who they are as far as is known, and when each is due to be asked for.
 * Times are nanoseconds of a steady clock. Belongs to one thread.
 */
public final class Roster {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();

  private record Entry(List<Seed> seeds, Optional<String> id, String handle, long due) {
    Entry with(Seed seed) {
      List<Seed> more = new ArrayList<>(seeds);
      more.add(seed);
      return new Entry(List.copyOf(more), id, handle, due);
    }

    Entry again(long when) {
      return new Entry(seeds, id, handle, when);
    }

    Entry seen(Sighting sighting, long when) {
      return new Entry(seeds, Optional.of(sighting.id()), sighting.profile().getHandle(), when);
    }
  }

  /** Everybody is due at the time given. */
  public Roster(Collection<Seed> seeds, long due) {
    for (Seed seed : seeds) {
      Entry alone = new Entry(List.of(seed), Optional.empty(), seed.handle(), due);
      entries.merge(seed.key(), alone, (known, repeated) -> known.with(seed));
    }
  }

  /** Takes note of the outcomes that are published, by the key of their seed. */
  public void open(Set<String> outcomes) {
    open.addAll(outcomes);
  }

  /** Who is due; seeds that turned out to be the same author become one. */
  public List<Target> due(long now) {
    Map<String, Target> due = new LinkedHashMap<>();
    entries.forEach(
        (key, entry) -> {
          if (entry.due() <= now) {
            String author = entry.id().orElse("@" + key);
            due.merge(author, target(entry), Roster::join);
          }
        });
    return List.copyOf(due.values());
  }

  private Target target(Entry entry) {
    Set<String> ofEntry = new HashSet<>();
    entry.seeds().stream().map(Seed::key).filter(open::contains).forEach(ofEntry::add);
    return new Target(entry.seeds(), entry.id(), entry.handle(), ofEntry);
  }

  private static Target join(Target one, Target other) {
    List<Seed> seeds = new ArrayList<>(one.seeds());
    seeds.addAll(other.seeds());
    Set<String> open = new HashSet<>(one.open());
    open.addAll(other.open());
    return new Target(seeds, one.id(), one.handle(), open);
  }

  /** When somebody is due next. */
  public long nextDue() {
    return entries.values().stream().mapToLong(Entry::due).min().orElse(Long.MAX_VALUE);
  }

  /** Takes note of how asking ended; its outcome must have been published. */
  public void settle(Settled settled, long dueAgain) {
    for (Seed seed : settled.target().seeds()) {
      entries.computeIfPresent(
          seed.key(),
          (key, entry) ->
              settled
                  .sighting()
                  .map(sighting -> entry.seen(sighting, dueAgain))
                  .orElseGet(() -> entry.again(dueAgain)));
      if (settled.ending() == Ending.FOUND) {
        open.remove(seed.key());
      } else {
        open.add(seed.key());
      }
    }
  }

  /** How many authors there are. */
  public int size() {
    return entries.size();
  }
}
