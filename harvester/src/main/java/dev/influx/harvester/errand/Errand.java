package dev.influx.harvester.errand;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.intake.KeySet;
import dev.influx.harvester.plan.Assignment;
import dev.influx.harvester.plan.Beginning;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Occasion;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Target;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A list of authors who are asked for once. Of those who are done no more than their keys is kept,
 * so that a list may be of any length. Belongs to one thread.
 */
public final class Errand implements Assignment {
  private final String id;
  private final WrittenList list;
  private final Function<String, List<Occasion>> known;
  private final KeySet done = new KeySet();
  private final Set<String> invalid = new HashSet<>();
  private final Map<Ending, Integer> settled = new EnumMap<>(Ending.class);
  private Set<String> open = Set.of();

  /**
   * An errand of which nothing is done.
   *
   * @param known why else somebody is looked at, by the key that is asked for
   */
  Errand(String id, WrittenList list, Function<String, List<Occasion>> known) {
    this.id = id;
    this.list = list;
    this.known = known;
  }

  /** The name of the run. */
  public String id() {
    return id;
  }

  /** Takes note of an ending that stands in the journal; who was unavailable is asked again. */
  public void recall(Remembered entry) {
    boolean isNew =
        switch (entry.ending()) {
          case UNAVAILABLE -> false;
          case INVALID -> invalid.add(entry.key());
          default -> done.add(by(entry), entry.key());
        };
    if (isNew) {
      settled.merge(entry.ending(), 1, Integer::sum);
    }
  }

  /** Nobody's handle is also the own id. */
  private static By by(Remembered entry) {
    return entry.id().filter(entry.key()::equals).isPresent() ? By.ID : By.HANDLE;
  }

  @Override
  public void open(Set<String> outcomes) {
    open = Set.copyOf(outcomes);
  }

  @Override
  public Beginning beginning() {
    return new Beginning(list.authors(), settled);
  }

  @Override
  public Iterator<Target> due(Instant now) {
    return new Due(list.lines());
  }

  /** The lines of the list, without those that are done. */
  private final class Due implements Iterator<Target> {
    private final Iterator<ListLine> lines;
    private Optional<Target> next = Optional.empty();

    Due(Iterator<ListLine> lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      prepare();
      return next.isPresent();
    }

    private void prepare() {
      while (next.isEmpty() && lines.hasNext()) {
        ListLine line = lines.next();
        next = isDone(line) ? Optional.empty() : Optional.of(target(line));
      }
    }

    @Override
    public Target next() {
      prepare();
      Target drawn = next.orElseThrow(NoSuchElementException::new);
      next = Optional.empty();
      return drawn;
    }
  }

  private boolean isDone(ListLine line) {
    return line.flaw().isPresent()
        ? invalid.contains(line.key())
        : done.contains(line.by(), line.key()) || invalid.contains(line.key());
  }

  private Target target(ListLine line) {
    List<Occasion> before = line.flaw().isPresent() ? List.of() : known.apply(line.key());
    Set<String> standing = open.contains(line.key()) ? Set.of(line.key()) : Set.of();
    return line.target(before.isEmpty() ? List.of(list.occasion(line)) : before, standing);
  }

  @Override
  public void settle(Settled ending) {}

  @Override
  public Instant nextDue(Instant now) {
    return Instant.MAX;
  }
}
