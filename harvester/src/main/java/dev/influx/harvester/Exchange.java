package dev.influx.harvester;

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
  private final InstantSource clock;

  Exchange(XApi api, Publisher publisher, Journal journal, InstantSource clock) {
    this.api = api;
    this.publisher = publisher;
    this.journal = journal;
    this.clock = clock;
  }

  Settlement settle(Batch batch) throws InterruptedException {
    return publish(Settlement.of(batch, api.ask(batch.lookup()), clock.instant()));
  }

  Settlement publish(Settlement settlement) throws InterruptedException {
    publisher.publish(settlement.settled());
    journal.note(settlement);
    return settlement;
  }
}
