package dev.influx.harvester;

import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.plan.Sighting;
import dev.influx.harvester.plan.Target;
import dev.influx.harvester.plan.Unasked;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.runtime.compliance.ForgottenWatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Keeps those who asked to be forgotten out of requests, topics and notes. They count as invalid,
 * so that numbers add up, and nobody is told who they are. Several threads may use it.
 */
final class Discretion {
  private final ForgottenWatch watch;

  Discretion(ForgottenWatch watch) {
    this.watch = watch;
  }

  /**
   * A batch in two parts.
   *
   * @param forgotten those for whom nobody may be asked
   */
  record Parts(List<Target> forgotten, Batch others) {}

  Parts part(Batch batch) throws InterruptedException {
    ForgottenAuthors authors = watch.current();
    Map<Boolean, List<Target>> parts =
        batch.targets().stream()
            .collect(
                Collectors.partitioningBy(target -> isForgotten(target, target.id(), authors)));
    return new Parts(
        parts.get(true).stream().map(Target::asForgotten).toList(), batch.with(parts.get(false)));
  }

  /** Tells of an entry of the journal whether it is about one of them. */
  Predicate<Remembered> whom() throws InterruptedException {
    ForgottenAuthors authors = watch.current();
    return entry -> entry.id().map(authors::hasId).orElseGet(() -> authors.hasHandle(entry.key()));
  }

  /** What may be published and noted of a settlement: an answer may bring whom nobody knew. */
  Settlement of(Settlement settlement) throws InterruptedException {
    ForgottenAuthors authors = watch.current();
    List<Settled> settled =
        settlement.settled().stream()
            .map(each -> isForgotten(each, authors) ? each.asForgotten() : each)
            .toList();
    List<Unasked> unasked =
        settlement.unasked().stream().filter(each -> !isForgotten(each, authors)).toList();
    return settlement.with(settled, unasked);
  }

  private static boolean isForgotten(Unasked unasked, ForgottenAuthors authors) {
    return unasked.user().id().filter(authors::hasId).isPresent()
        || unasked.user().handle().filter(authors::hasHandle).isPresent();
  }

  private static boolean isForgotten(Settled settled, ForgottenAuthors authors) {
    Optional<String> seen = settled.sighting().map(Sighting::id).or(settled.target()::id);
    return isForgotten(settled.target(), seen, authors);
  }

  /** Somebody else may have the handle by now: an id decides where there is one. */
  private static boolean isForgotten(Target target, Optional<String> id, ForgottenAuthors authors) {
    return id.map(authors::hasId)
        .orElseGet(() -> target.handle().filter(authors::hasHandle).isPresent());
  }
}
