package dev.influx.harvester;

import dev.influx.harvester.HarvestProgress.Batches;
import dev.influx.harvester.HarvestProgress.Spent;
import dev.influx.harvester.plan.Beginning;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import dev.influx.runtime.Explained;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is to be known of a harvester from outside. Written by its own thread, read by any; waiters
 * are told outside the lock.
 */
final class Standing {
  private final Map<Integer, CompletableFuture<HarvestProgress>> rounds = new TreeMap<>();
  private final CompletableFuture<HarvestProgress> end = new CompletableFuture<>();
  private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
  private final Supplier<Spent> spent;
  private final Set<String> unreached = new HashSet<>();
  private int round;
  private int completed;
  private int expected;
  private int batches;
  private int failed;
  private HarvestProgress latest;

  Standing(Supplier<Spent> spent) {
    this.spent = spent;
    this.latest = progress(0, Optional.empty());
  }

  synchronized void begin(Beginning beginning) {
    round++;
    expected = beginning.authors();
    batches = 0;
    failed = 0;
    endings.clear();
    endings.putAll(beginning.settled());
  }

  /** A batch is back; one that gets another chance has not failed yet. */
  synchronized void count(Settlement settlement) {
    boolean lost = settlement.failure().isPresent();
    boolean open = settlement.stop().isPresent() || (lost && !settlement.later().isEmpty());
    batches += open ? 0 : 1;
    failed += lost && !open ? 1 : 0;
    settlement.settled().forEach(this::count);
  }

  private void count(Settled settled) {
    endings.merge(settled.ending(), 1, Integer::sum);
    if (settled.ending() != Ending.UNAVAILABLE) {
      settled.target().occasions().forEach(occasion -> unreached.remove(occasion.key()));
    } else if (completed == 0) {
      settled.target().occasions().forEach(occasion -> unreached.add(occasion.key()));
    }
  }

  synchronized HarvestProgress progress(long requests, Optional<Instant> waitingUntil) {
    int ended = endings.values().stream().mapToInt(Integer::intValue).sum();
    return new HarvestProgress(
        round,
        completed,
        Math.max(expected, ended),
        endings,
        unreached.size(),
        new Batches(batches, failed),
        spent.get(),
        requests,
        waitingUntil);
  }

  /** The round that began last is over. */
  HarvestProgress complete(long requests) {
    CompletableFuture<HarvestProgress> waiter;
    HarvestProgress now;
    synchronized (this) {
      completed = round;
      now = progress(requests, Optional.empty());
      latest = now;
      waiter = rounds.remove(round);
    }
    if (waiter != null) {
      waiter.complete(now);
    }
    return now;
  }

  /** A round that is over already answers with the latest progress. */
  synchronized CompletionStage<HarvestProgress> round(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("rounds are counted from 1, not " + number);
    }
    if (number <= completed) {
      return CompletableFuture.completedStage(latest);
    }
    CompletableFuture<HarvestProgress> waiter =
        end.isDone() ? ended() : rounds.computeIfAbsent(number, key -> new CompletableFuture<>());
    return waiter.minimalCompletionStage();
  }

  CompletionStage<HarvestProgress> end() {
    return end.minimalCompletionStage();
  }

  /** Nothing follows, as it was meant to be. */
  void finish() {
    HarvestProgress last;
    synchronized (this) {
      last = latest;
    }
    end.complete(last);
    release(waiter -> waiter.cancel(false));
  }

  void fail(Explained failure) {
    end.completeExceptionally(failure);
    release(waiter -> waiter.completeExceptionally(failure));
  }

  void cancel() {
    end.cancel(false);
    release(waiter -> waiter.cancel(false));
  }

  boolean isOver() {
    return end.isDone();
  }

  private synchronized List<CompletableFuture<HarvestProgress>> takeWaiters() {
    List<CompletableFuture<HarvestProgress>> waiters = new ArrayList<>(rounds.values());
    rounds.clear();
    return waiters;
  }

  private void release(Consumer<CompletableFuture<HarvestProgress>> how) {
    takeWaiters().forEach(how);
  }

  /** For a round that will not come. */
  private CompletableFuture<HarvestProgress> ended() {
    return end.thenApply(
        last -> {
          throw new CancellationException("the harvester ended before");
        });
  }
}
