package dev.influx.harvester;

import dev.influx.harvester.Discretion.Parts;
import dev.influx.harvester.api.XApi;
import dev.influx.harvester.journal.Journal;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.publish.Publisher;
import java.time.InstantSource;

/**
 * What is done for one batch, on the thread of a worker: ask, publish, and only then note that it
 * is done. Whatever happens in between, nobody is noted who is not published; who is published and
 * not noted is asked for again.
 */
final class Exchange {
  private final XApi api;
  private final Publisher publisher;
  private final Journal journal;
  private final Discretion discretion;
  private final InstantSource clock;

  Exchange(
      XApi api, Publisher publisher, Journal journal, Discretion discretion, InstantSource clock) {
    this.api = api;
    this.publisher = publisher;
    this.journal = journal;
    this.discretion = discretion;
    this.clock = clock;
  }

  /** Takes those out of a batch for whom nobody may be asked. */
  Parts part(Batch batch) throws InterruptedException {
    return discretion.part(batch);
  }

  Settlement settle(Batch batch) throws InterruptedException {
    return publish(discretion.of(Settlement.of(batch, api.ask(batch.lookup()), clock.instant())));
  }

  Settlement publish(Settlement settlement) throws InterruptedException {
    publisher.publish(settlement);
    journal.note(settlement);
    return settlement;
  }
}
