/**
 * The account of what became of every raw observation of a partition.
 *
 * <p>Enter at {@link dev.influx.scorer.ledger.Ledger}.
 *
 * <p>Pure: on the thread of the caller, and for one thread at a time.
 */
package dev.influx.scorer.ledger;
