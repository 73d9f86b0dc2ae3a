package dev.influx.monitor.lag;

import java.util.Locale;

/** How a group does in a partition, from good to bad. */
public enum LagState {
  /** Has read everything, or comes nearer to the end. */
  OK,
  /** Cannot be told: what is known is too little or too old. */
  UNKNOWN,
  /** Reads, but has not come nearer to the end in the whole window. */
  WARN,
  /** Was set back, and reads again what it had read. */
  REWIND,
  /** Does not move, although there is something to read. */
  STALL,
  /** Has never committed, although there is something to read. */
  STOP;

  /** As it is written in labels and JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
