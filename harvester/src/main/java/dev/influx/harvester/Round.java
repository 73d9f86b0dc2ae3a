package dev.influx.harvester;

import dev.influx.harvester.api.UnableToAskException;
import dev.influx.harvester.api.XApi;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.plan.Target;
import dev.influx.harvester.publish.Publisher;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Asks for a number of authors until each of them is settled. No more batches are open than there
 * are workers, and a batch is open until the broker has acknowledged all that came of it: while
 * nothing can be published, nothing is asked.
 */
final class Round {
  private final XApi api;
  private final Publisher publisher;
  private final InstantSource clock;
  private final int batchSize;
  private final Consumer<Settlement> onSettlement;
  private final Deque<Batch> queue = new ArrayDeque<>();
  private final List<Target> unaccounted = new ArrayList<>();

  Round(
      XApi api,
      Publisher publisher,
      InstantSource clock,
      int batchSize,
      Consumer<Settlement> onSettlement) {
    this.api = api;
    this.publisher = publisher;
    this.clock = clock;
    this.batchSize = batchSize;
    this.onSettlement = onSettlement;
  }

  void run(List<Target> targets, Workers workers) throws InterruptedException {
    Map<Boolean, List<Target>> byLegality =
        targets.stream().collect(Collectors.partitioningBy(Target::canBeAsked));
    queue.addAll(Batch.of(byLegality.get(true), batchSize, false));
    List<Target> invalid = byLegality.get(false);
    if (!invalid.isEmpty()) {
      workers.give(() -> publish(Settlement.ofInvalid(invalid, clock.instant())));
    }
    while (!queue.isEmpty() || !workers.isIdle()) {
      while (workers.isFree() && !queue.isEmpty()) {
        Batch batch = queue.remove();
        workers.give(() -> work(batch));
      }
      accept(workers.take());
      if (queue.isEmpty() && workers.isIdle()) {
        // those of whom X said nothing get a second chance together, in as few requests as possible
        queue.addAll(Batch.of(unaccounted, batchSize, true));
        unaccounted.clear();
      }
    }
  }

  private Settlement work(Batch batch) throws InterruptedException {
    return publish(Settlement.of(batch, api.ask(batch.lookup()), clock.instant()));
  }

  private Settlement publish(Settlement settlement) throws InterruptedException {
    publisher.publish(settlement.settled());
    return settlement;
  }

  private void accept(Settlement settlement) {
    onSettlement.accept(settlement);
    settlement
        .stop()
        .ifPresent(
            stop -> {
              throw new UnableToAskException(stop);
            });
    queue.addAll(settlement.again());
    unaccounted.addAll(settlement.unaccounted());
  }
}
