/**
 * What authors claim for themselves alone, and who else claims the same: handles, seconds of
 * creation, sets of numbers.
 *
 * <p>Enter at {@link dev.influx.validator.claims.Kind}, which tells fingerprints apart.
 *
 * <p>Pure functions on immutable values; any thread may call them.
 */
package dev.influx.validator.claims;
