package dev.influx.harvester.plan;

import java.time.Instant;
import java.util.Iterator;
import java.util.Set;

/** Whom a harvester asks for, and when. Belongs to one thread. */
public interface Assignment {

  /** Takes note of the outcomes that are published, by the key of their occasion. */
  void open(Set<String> outcomes);

  /** How the first round begins. */
  Beginning beginning();

  /** Who is due, each drawn no earlier than needed. */
  Iterator<Target> due(Instant now);

  /** Takes note of how asking ended; its outcome must have been published. */
  void settle(Settled settled);

  /** When somebody is due next; {@link Instant#MAX} when nobody ever is. */
  Instant nextDue(Instant now);
}
