package dev.influx.harvester.plan;

import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Lookup.By;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Authors who are asked for in one request.
 *
 * @param chance the how manieth it is for them
 */
public record Batch(By by, List<Target> targets, Chance chance) {

  public Batch {
    targets = List.copyOf(targets);
  }

  public Lookup lookup() {
    List<String> keys = targets.stream().map(Target::key).toList();
    return new Lookup(by, keys, chance == Chance.LAST);
  }

  /** The authors by the folded form of what is asked for. */
  Map<String, Target> byKey() {
    return targets.stream()
        .collect(Collectors.toMap(target -> By.fold(target.key()), Function.identity()));
  }

  /** Two halves of the same kind; only for more than one author. */
  List<Batch> halves() {
    int half = (targets.size() + 1) / 2;
    return List.of(with(targets.subList(0, half)), with(targets.subList(half, targets.size())));
  }

  /** The same request for others. */
  public Batch with(List<Target> others) {
    return new Batch(by, others, chance);
  }
}
