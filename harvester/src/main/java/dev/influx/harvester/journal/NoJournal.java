package dev.influx.harvester.journal;

import dev.influx.harvester.plan.Settlement;

/** Notes nothing. */
final class NoJournal implements Journal {

  @Override
  public void note(Settlement settlement) {}

  @Override
  public void close() {}
}
