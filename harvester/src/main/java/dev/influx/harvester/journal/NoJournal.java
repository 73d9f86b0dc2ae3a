package dev.influx.harvester.journal;

import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Settlement;
import java.util.function.Predicate;

/** Notes nothing. */
final class NoJournal implements Journal {

  @Override
  public void note(Settlement settlement) {}

  @Override
  public void forget(Predicate<Remembered> gone) {}

  @Override
  public void close() {}
}
