/**
 * Who claims the same as whom among more authors than fit into memory: the answer of {@link
 * dev.influx.validator.claims.Crossings}, found by sorting.
 *
 * <p>Enter at {@link dev.influx.validator.crowd.Crowd}.
 *
 * <p>Everything runs on the caller's thread; an instance belongs to one thread at a time.
 */
package dev.influx.validator.crowd;
