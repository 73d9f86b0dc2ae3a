package dev.influx.harvester.plan;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page;
import dev.influx.harvester.plan.Reconciliation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer means for a batch: every author of it is in exactly one of three parts, {@code
 * settled}, {@code again} and {@code later}, unless it is a stop.
 *
 * @param batch what was asked for
 * @param settled those whose ending is known
 * @param again those to ask for again at once, in other batches
 * @param later those to ask for once more, on their next chance
 * @param unasked users whom X answered with although nobody had asked for them
 * @param failure why X did not answer, if it did not
 * @param stop why nothing more will be answered; then all authors stay open
 */
public record Settlement(
    Batch batch,
    List<Settled> settled,
    List<Batch> again,
    List<Target> later,
    List<Unasked> unasked,
    Optional<String> failure,
    Optional<Answer.Stop> stop) {

  public Settlement {
    settled = List.copyOf(settled);
    again = List.copyOf(again);
    later = List.copyOf(later);
    unasked = List.copyOf(unasked);
  }

  /**
   * Reads the answer to a batch.
   *
   * @param now for endings that have no answer to take their time from
   */
  public static Settlement of(Batch batch, Answer answer, Instant now) {
    return answer.fold(
        ok -> reconcile(batch, ok.page()),
        poison -> sortOut(batch, poison, now),
        stop -> new Parts(batch).stopped(stop),
        passing -> park(batch, passing.why(), now),
        limited -> park(batch, limited.why(), now));
  }

  /** The same with other endings, and without the names of some whom nobody asked for. */
  public Settlement with(List<Settled> others, List<Unasked> otherUnasked) {
    return new Settlement(batch, others, again, later, otherUnasked, failure, stop);
  }

  /** Who a settlement is put together from. */
  private record Parts(
      Batch batch,
      List<Settled> settled,
      List<Batch> again,
      List<Target> later,
      List<Unasked> unasked) {

    Parts(Batch batch) {
      this(batch, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Settlement answered() {
      return settlement(Optional.empty(), Optional.empty());
    }

    Settlement failed(String why) {
      return settlement(Optional.of(why), Optional.empty());
    }

    Settlement stopped(Answer.Stop stop) {
      return settlement(Optional.empty(), Optional.of(stop));
    }

    private Settlement settlement(Optional<String> failure, Optional<Answer.Stop> stop) {
      return new Settlement(batch, settled, again, later, unasked, failure, stop);
    }
  }

  /** Authors who cannot be asked for, because X would refuse the whole batch. */
  public static Settlement ofInvalid(List<Target> targets, Instant now) {
    Parts parts = new Parts(new Batch(By.HANDLE, targets, Chance.LAST));
    for (Target target : targets) {
      parts.settled.add(
          Settled.unanswered(
              target,
              Ending.INVALID,
              target.flaw().orElse("not a handle that X can look up"),
              now));
    }
    return parts.answered();
  }

  /**
   * The first failure may have been of the moment; after that the authors wait for better times.
   */
  private static Settlement park(Batch batch, String why, Instant now) {
    Parts parts = new Parts(batch);
    for (Target target : batch.targets()) {
      if (batch.chance() == Chance.FIRST) {
        parts.later.add(target);
      } else {
        parts.settled.add(Settled.unanswered(target, Ending.UNAVAILABLE, why, now));
      }
    }
    return parts.failed(why);
  }

  private static Settlement reconcile(Batch batch, Page page) {
    Reconciliation reconciliation = Reconciliation.of(batch.lookup(), page);
    Map<String, Target> targets = batch.byKey();
    Parts parts = new Parts(batch);
    reconciliation
        .findings()
        .forEach(
            (key, finding) -> {
              if (finding.ending() == Ending.UNACCOUNTED && batch.chance() != Chance.LAST) {
                parts.later.add(targets.get(key));
              } else {
                parts.settled.add(settle(targets.get(key), finding, page));
              }
            });
    reconciliation.unasked().stream()
        .map(user -> new Unasked(user, page.evidence()))
        .forEach(parts.unasked::add);
    return parts.answered();
  }

  private static Settled settle(Target target, Finding finding, Page page) {
    return new Settled(
        target,
        finding.ending(),
        finding.sighting(),
        finding.detail(),
        Optional.of(page.evidence()),
        page.evidence().fetchedAt());
  }

  /** Takes out the keys that X names, or halves the batch until it is clear which they are. */
  private static Settlement sortOut(Batch batch, Answer.Poison poison, Instant now) {
    Set<String> bad = new HashSet<>(poison.badKeys());
    List<Target> refused =
        batch.targets().stream()
            .filter(target -> bad.contains(target.key()) || batch.targets().size() == 1)
            .toList();
    List<Target> others =
        batch.targets().stream().filter(target -> !refused.contains(target)).toList();
    Parts parts = new Parts(batch);
    if (refused.isEmpty()) {
      parts.again.addAll(batch.halves());
    } else if (!others.isEmpty()) {
      parts.again.add(batch.with(others));
    }
    for (Target target : refused) {
      parts.settled.add(Settled.unanswered(target, Ending.INVALID, poison.detail(), now));
    }
    return parts.answered();
  }
}
