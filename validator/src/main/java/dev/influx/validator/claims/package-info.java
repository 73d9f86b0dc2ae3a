/**
 * What authors claim for themselves alone, and who else claims the same: handles, seconds of
 * creation, sets of numbers.
 *
 * <p>Enter at {@link dev.influx.validator.claims.Crossings} for a set of observations that is at
 * hand; the topology goes through {@link dev.influx.validator.claims.Claim} and {@link
 * dev.influx.validator.claims.Claimants}, one author at a time, and ends with the same answer.
 *
 * <p>Pure functions on immutable values; any thread may call them.
 */
package dev.influx.validator.claims;
