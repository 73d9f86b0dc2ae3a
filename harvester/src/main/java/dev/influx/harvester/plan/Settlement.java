package dev.influx.harvester.plan;

import dev.influx.harvester.api.Answer;
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
 * What an answer means for a batch: every author of it is in exactly one of the four parts.
 *
 * @param settled those whose ending is known
 * @param again those to ask for again at once, in other batches
 * @param unaccounted those of whom X said nothing, to ask for once more later
 * @param unasked users whom X answered with although nobody had asked for them
 * @param stop why nothing more will be answered; then all authors stay open
 */
public record Settlement(
    List<Settled> settled,
    List<Batch> again,
    List<Target> unaccounted,
    List<String> unasked,
    Optional<Answer.Stop> stop) {

  public Settlement {
    settled = List.copyOf(settled);
    again = List.copyOf(again);
    unaccounted = List.copyOf(unaccounted);
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
        stop -> new Settlement(List.of(), List.of(), List.of(), List.of(), Optional.of(stop)),
        passing -> park(batch.targets(), passing.why(), now),
        limited -> park(batch.targets(), limited.why(), now));
  }

  /** Authors who cannot be asked for, because X would refuse the whole batch. */
  public static Settlement ofInvalid(List<Target> targets, Instant now) {
    return settled(
        targets.stream()
            .map(
                target ->
                    Settled.unanswered(
                        target, Ending.INVALID, "not a handle that X can look up", now))
            .toList());
  }

  private static Settlement park(List<Target> targets, String why, Instant now) {
    return settled(
        targets.stream()
            .map(target -> Settled.unanswered(target, Ending.UNAVAILABLE, why, now))
            .toList());
  }

  private static Settlement settled(List<Settled> settled) {
    return new Settlement(settled, List.of(), List.of(), List.of(), Optional.empty());
  }

  private static Settlement reconcile(Batch batch, Page page) {
    Reconciliation reconciliation = Reconciliation.of(batch.lookup(), page);
    Map<String, Target> targets = batch.byKey();
    List<Settled> settled = new ArrayList<>();
    List<Target> unaccounted = new ArrayList<>();
    reconciliation
        .findings()
        .forEach(
            (key, finding) -> {
              if (finding.ending() == Ending.UNACCOUNTED && !batch.last()) {
                unaccounted.add(targets.get(key));
              } else {
                settled.add(settle(targets.get(key), finding, page));
              }
            });
    List<String> unasked =
        reconciliation.unasked().stream()
            .map(user -> user.handle().or(user::id).orElse("(nameless)"))
            .toList();
    return new Settlement(settled, List.of(), unaccounted, unasked, Optional.empty());
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
    List<Batch> again = refused.isEmpty() ? batch.halves() : nonEmpty(batch.with(others));
    List<Settled> settled =
        refused.stream()
            .map(target -> Settled.unanswered(target, Ending.INVALID, poison.detail(), now))
            .toList();
    return new Settlement(settled, again, List.of(), List.of(), Optional.empty());
  }

  private static List<Batch> nonEmpty(Batch batch) {
    return batch.targets().isEmpty() ? List.of() : List.of(batch);
  }
}
