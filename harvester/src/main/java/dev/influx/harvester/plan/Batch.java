package dev.influx.harvester.plan;

import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Lookup.By;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Authors who are asked for in one request.
 *
 * @param last whether who is not accounted for now is given up
 */
public record Batch(By by, List<Target> targets, boolean last) {

  public Batch {
    targets = List.copyOf(targets);
  }

  /** Batches of at most that many authors: by id first, for those are the ones that are listed. */
  public static List<Batch> of(List<Target> targets, int size, boolean last) {
    Map<By, List<Target>> byKind = targets.stream().collect(Collectors.groupingBy(Target::by));
    List<Batch> batches = new ArrayList<>();
    for (By by : List.of(By.ID, By.HANDLE)) {
      batches.addAll(cut(by, byKind.getOrDefault(by, List.of()), size, last));
    }
    return batches;
  }

  private static List<Batch> cut(By by, List<Target> targets, int size, boolean last) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < targets.size(); from += size) {
      int to = Math.min(targets.size(), from + size);
      batches.add(new Batch(by, targets.subList(from, to), last));
    }
    return batches;
  }

  public Lookup lookup() {
    return new Lookup(by, targets.stream().map(Target::key).toList());
  }

  /** The authors by the folded form of what is asked for. */
  Map<String, Target> byKey() {
    return targets.stream()
        .collect(Collectors.toMap(target -> By.fold(target.key()), Function.identity()));
  }

  /** Two halves of the same kind; only for more than one author. */
  List<Batch> halves() {
    return cut(by, targets, (targets.size() + 1) / 2, last);
  }

  Batch with(List<Target> others) {
    return new Batch(by, others, last);
  }
}
