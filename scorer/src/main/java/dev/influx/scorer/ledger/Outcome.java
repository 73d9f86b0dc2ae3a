package dev.influx.scorer.ledger;

/** What became of an observation, in the account. */
public enum Outcome {
  ACCEPTED,
  REJECTED,
  /** Could not be read or processed. */
  DEAD,
  DUPLICATE,
  /** Older than what is known, or of an author who is to be forgotten: nothing else is learnt. */
  STALE
}
