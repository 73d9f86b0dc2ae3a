package dev.influx.harvester.publish;

/** What becomes of an observation that says the same as the last one of that UTC day. */
public enum Repeats {
  /** It is evidence that nothing has changed. */
  PUBLISHED,
  /** It would only take room. */
  SKIPPED
}
