package dev.influx.harvester.plan;

/** How often an author has been asked for in a round, and so what becomes of who is not told of. */
public enum Chance {
  /** Who is not told of is asked for again, later. */
  FIRST,
  /** Who is not told of is asked for alone; who cannot be told of is given up for this round. */
  SECOND,
  /** Alone in a request; who is not told of is not accounted for. */
  LAST;

  Chance next() {
    return this == FIRST ? SECOND : LAST;
  }
}
