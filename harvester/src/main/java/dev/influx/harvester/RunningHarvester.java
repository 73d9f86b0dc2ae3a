package dev.influx.harvester;

import dev.influx.runtime.Explained;
import dev.influx.runtime.Running;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** A harvester at work. */
public interface RunningHarvester extends Running {

  HarvestProgress progress();

  /**
   * Completes when a round is over, with the progress of that moment: exceptionally with an {@link
   * Explained} when the harvester fails before, cancelled when it ends before. What hangs on it
   * runs on the harvester's own thread and should be quick.
   *
   * @param number from 1
   */
  CompletionStage<HarvestProgress> round(int number);

  /**
   * Completes when the harvester has come to its end: after its only round, exceptionally with an
   * {@link Explained} when it cannot go on, cancelled when it was closed.
   */
  CompletionStage<HarvestProgress> end();

  /**
   * Waits until a round is over.
   *
   * @throws Explained when the harvester fails before
   * @throws CancellationException when it ends before
   */
  default HarvestProgress awaitRound(int number) throws InterruptedException {
    return await(round(number));
  }

  /**
   * Waits until the harvester has come to its end.
   *
   * @throws Explained when it cannot go on
   * @throws CancellationException when it was closed
   */
  default HarvestProgress awaitEnd() throws InterruptedException {
    return await(end());
  }

  private static HarvestProgress await(CompletionStage<HarvestProgress> stage)
      throws InterruptedException {
    try {
      return stage.toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }
}
