/**
 * The gates: pure functions from an observation and a policy to findings, and from findings to a
 * verdict.
 *
 * <p>Enter at {@link dev.influx.validator.Gates#judge}; the same code runs in the topology, on
 * files and before publishing.
 *
 * <p>No I/O, no clock, no state; any thread may call it.
 */
package dev.influx.validator;
