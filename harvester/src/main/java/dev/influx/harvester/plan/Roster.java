package dev.influx.harvester.plan;

import dev.influx.lists.seeds.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The authors to look after: who they are as far as is known, and when each is due to be asked for.
 * Times are nanoseconds of a steady clock. Belongs to one thread.
 */
public final class Roster implements Assignment {
  private static final long PARKED = Duration.ofMinutes(1).toNanos();

  private final long refresh;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();

  private record Entry(List<Occasion> occasions, Optional<String> id, String handle, long due) {
    Entry with(Occasion occasion) {
      List<Occasion> more = new ArrayList<>(occasions);
      more.add(occasion);
      return new Entry(List.copyOf(more), id, handle, due);
    }

    Entry again(long when) {
      return new Entry(occasions, id, handle, when);
    }

    Entry seen(Sighting sighting, long when) {
      return new Entry(occasions, Optional.of(sighting.id()), sighting.profile().getHandle(), when);
    }
  }

  /**
   * Everybody is due at once.
   *
   * @param refresh from the begin of a round to that of the next
   */
  public Roster(Collection<Seed> seeds, Duration refresh) {
    this.refresh = refresh.toNanos();
    for (Seed seed : seeds) {
      Occasion occasion = Occasion.of(seed);
      Entry alone = new Entry(List.of(occasion), Optional.empty(), seed.handle(), 0);
      entries.merge(seed.key(), alone, (known, repeated) -> known.with(occasion));
    }
  }

  @Override
  public void open(Set<String> outcomes) {
    open.addAll(outcomes);
  }

  @Override
  public int count(long now) {
    return targets(now).size();
  }

  @Override
  public Iterator<Target> due(long now) {
    return targets(now).iterator();
  }

  /** Seeds that turned out to be the same author become one. */
  private Collection<Target> targets(long now) {
    Map<String, Target> due = new LinkedHashMap<>();
    entries.forEach(
        (key, entry) -> {
          if (entry.due() <= now) {
            String author = entry.id().orElse("@" + key);
            due.merge(author, target(entry), Roster::join);
          }
        });
    return due.values();
  }

  private Target target(Entry entry) {
    Set<String> ofEntry = new HashSet<>();
    entry.occasions().stream().map(Occasion::key).filter(open::contains).forEach(ofEntry::add);
    return new Target(entry.occasions(), entry.id(), Optional.of(entry.handle()), ofEntry);
  }

  private static Target join(Target one, Target other) {
    List<Occasion> occasions = new ArrayList<>(one.occasions());
    occasions.addAll(other.occasions());
    Set<String> open = new HashSet<>(one.open());
    open.addAll(other.open());
    return new Target(occasions, one.id(), one.handle(), open);
  }

  @Override
  public long nextDue() {
    return entries.values().stream().mapToLong(Entry::due).min().orElse(Long.MAX_VALUE);
  }

  @Override
  public void settle(Settled settled, long began) {
    // who could not be told of comes back soon, not only with the next regular round
    boolean unknown = settled.ending() == Ending.UNAVAILABLE;
    long dueAgain = began + (unknown ? Math.min(PARKED, refresh) : refresh);
    for (Occasion occasion : settled.target().occasions()) {
      entries.computeIfPresent(
          occasion.key(),
          (key, entry) ->
              settled
                  .sighting()
                  .map(sighting -> entry.seen(sighting, dueAgain))
                  .orElseGet(() -> entry.again(dueAgain)));
      if (settled.ending() == Ending.FOUND) {
        open.remove(occasion.key());
      } else {
        open.add(occasion.key());
      }
    }
  }

  /** How many authors there are. */
  public int size() {
    return entries.size();
  }
}
