/**
 * What two sets of results say differently of the same authors, and whether that may be.
 *
 * <p>Enter at {@link dev.influx.scorer.difference.Tally}, which adds authors up to a {@link
 * dev.influx.scorer.difference.Difference}; {@link dev.influx.scorer.difference.Check} holds that
 * against the limits of a policy, and {@link dev.influx.scorer.difference.FailOn} against those
 * that a person names.
 *
 * <p>No I/O, no clock; what adds up is for one thread at a time, what comes of it for any.
 */
package dev.influx.scorer.difference;
