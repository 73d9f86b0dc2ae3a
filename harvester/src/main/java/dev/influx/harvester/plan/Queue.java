package dev.influx.harvester.plan;

import dev.influx.harvester.api.Lookup.By;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is still to be asked for in a round. Authors are drawn from their source no earlier than
 * there is a request for them, however many there are. Belongs to one thread.
 */
public final class Queue {
  private final Iterator<Target> source;
  private final Deque<Batch> again = new ArrayDeque<>();
  private final Map<Chance, Map<By, Deque<Target>>> waiting = new EnumMap<>(Chance.class);
  private final List<Target> invalid = new ArrayList<>();

  public Queue(Iterator<Target> source) {
    this.source = source;
    for (Chance chance : Chance.values()) {
      Map<By, Deque<Target>> byKind = new EnumMap<>(By.class);
      for (By by : By.values()) {
        byKind.put(by, new ArrayDeque<>());
      }
      waiting.put(chance, byKind);
    }
  }

  /**
   * The next request, if there is one at present.
   *
   * @param size authors in it, at most
   * @param idle whether no other request is under way: then those who have another chance come, in
   *     as few requests as possible
   */
  public Optional<Batch> next(int size, boolean idle) {
    if (!again.isEmpty()) {
      return Optional.of(cut(again.remove(), size));
    }
    draw(size);
    return batch(Chance.FIRST, size)
        .or(() -> idle ? batch(Chance.SECOND, size) : Optional.empty())
        .or(() -> idle ? batch(Chance.LAST, 1) : Optional.empty());
  }

  /** What is asked again keeps within the size, too: it may be bound by what is left to spend. */
  private Batch cut(Batch batch, int size) {
    List<Target> targets = batch.targets();
    if (targets.size() <= size) {
      return batch;
    }
    again.addFirst(batch.with(targets.subList(size, targets.size())));
    return batch.with(targets.subList(0, size));
  }

  /** Until one kind fills a request. */
  private void draw(int size) {
    Map<By, Deque<Target>> first = waiting.get(Chance.FIRST);
    while (source.hasNext() && first.values().stream().allMatch(each -> each.size() < size)) {
      Target target = source.next();
      if (target.canBeAsked()) {
        first.get(target.by()).add(target);
      } else {
        invalid.add(target);
      }
    }
  }

  /** Of the kind of which more are waiting. */
  private Optional<Batch> batch(Chance chance, int size) {
    Map<By, Deque<Target>> byKind = waiting.get(chance);
    By by =
        byKind.get(By.ID).size() >= Math.min(size, byKind.get(By.HANDLE).size())
            ? By.ID
            : By.HANDLE;
    Deque<Target> targets = byKind.get(by);
    List<Target> drawn = new ArrayList<>();
    while (drawn.size() < size && !targets.isEmpty()) {
      drawn.add(targets.remove());
    }
    return drawn.isEmpty() ? Optional.empty() : Optional.of(new Batch(by, drawn, chance));
  }

  /** Takes back what an answer leaves to be asked for. */
  public void takeBack(Settlement settlement) {
    again.addAll(settlement.again());
    Map<By, Deque<Target>> later = waiting.get(settlement.batch().chance().next());
    settlement.later().forEach(target -> later.get(target.by()).add(target));
  }

  /** Those drawn since the last call whom X would refuse to look up. */
  public List<Target> takeInvalid() {
    List<Target> taken = List.copyOf(invalid);
    invalid.clear();
    return taken;
  }

  /** Whether nobody is left. */
  public boolean isEmpty() {
    return again.isEmpty()
        && !source.hasNext()
        && waiting.values().stream()
            .flatMap(byKind -> byKind.values().stream())
            .allMatch(Deque::isEmpty);
  }
}
