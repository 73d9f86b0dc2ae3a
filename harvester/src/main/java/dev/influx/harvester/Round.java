package dev.influx.harvester;

import dev.influx.harvester.Discretion.Parts;
import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.UnableToAskException;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Queue;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.plan.Target;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks for a number of authors until each of them is settled. No more batches are open than there
 * are workers, and a batch is open until the broker has acknowledged all that came of it: while
 * nothing can be published, nothing is asked.
 */
final class Round {
  private final Exchange exchange;
  private final Throttle throttle;
  private final InstantSource clock;
  private final Consumer<Settlement> onSettlement;

  Round(
      Exchange exchange,
      Throttle throttle,
      InstantSource clock,
      Consumer<Settlement> onSettlement) {
    this.exchange = exchange;
    this.throttle = throttle;
    this.clock = clock;
    this.onSettlement = onSettlement;
  }

  void run(Iterator<Target> targets, Workers workers) throws InterruptedException {
    Queue queue = new Queue(targets);
    while (true) {
      give(queue, workers);
      if (workers.isIdle()) {
        return;
      }
      accept(workers.take(), queue);
    }
  }

  private void give(Queue queue, Workers workers) throws InterruptedException {
    while (workers.busy() < throttle.parallel()) {
      int size = throttle.batchSize();
      if (size == 0 && !workers.isIdle()) {
        // what is under way may turn out cheaper than was feared
        return;
      } else if (size == 0 && !queue.isEmpty()) {
        throttle.awaitBudget();
        size = throttle.batchSize();
      }
      Optional<Batch> drawn = queue.next(size, workers.isIdle());
      refuse(queue.takeInvalid(), workers);
      if (drawn.isEmpty()) {
        return;
      }
      send(drawn.get(), workers);
    }
  }

  private void send(Batch drawn, Workers workers) throws InterruptedException {
    Parts parts = exchange.part(drawn);
    refuse(parts.forgotten(), workers);
    Batch batch = parts.others();
    if (!batch.targets().isEmpty()) {
      throttle.sent(batch);
      workers.give(() -> exchange.settle(batch));
    }
  }

  private void refuse(List<Target> targets, Workers workers) {
    if (!targets.isEmpty()) {
      Settlement refused = Settlement.ofInvalid(targets, clock.instant());
      workers.give(() -> exchange.publish(refused));
    }
  }

  private void accept(Settlement settlement, Queue queue) {
    onSettlement.accept(settlement);
    settlement.stop().ifPresent(Round::end);
    throttle.heard(settlement);
    queue.takeBack(settlement);
  }

  private static void end(Answer.Stop stop) {
    throw new UnableToAskException(stop);
  }
}
