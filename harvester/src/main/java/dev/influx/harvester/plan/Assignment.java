package dev.influx.harvester.plan;

import java.util.Iterator;
import java.util.Set;

/**
 * Whom a harvester asks for, and when. Times are nanoseconds of a steady clock. Belongs to one
 * thread.
 */
public interface Assignment {

  /** Takes note of the outcomes that are published, by the key of their occasion. */
  void open(Set<String> outcomes);

  /** How many are due: what {@link #due} gives. */
  int count(long now);

  /** Who is due, each drawn no earlier than needed. */
  Iterator<Target> due(long now);

  /**
   * Takes note of how asking ended; its outcome must have been published.
   *
   * @param began when the round began in which it was asked
   */
  void settle(Settled settled, long began);

  /** When somebody is due next; {@link Long#MAX_VALUE} when nobody ever is. */
  long nextDue();
}
