/**
 * What the observations of an author add up to: the history that is kept, and the pace that follows
 * from it.
 *
 * <p>Enter at {@link dev.influx.scorer.activity.History#observe} and {@link
 * dev.influx.scorer.activity.Pace#of}; {@link dev.influx.scorer.activity.Disputes} is what authors
 * say to each other.
 *
 * <p>Pure functions on immutable records; any thread may call them.
 */
package dev.influx.scorer.activity;
