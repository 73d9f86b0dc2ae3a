/**
 * How the scores of a list are spread: what a manifest, a page and a comparison all say of them.
 *
 * <p>Enter at {@link dev.influx.schemas.scores.ScoreTally}; where there is nothing to compute from,
 * the result is empty and never NaN.
 *
 * <p>No I/O, no clock, no Kafka; everything is immutable.
 */
package dev.influx.schemas.scores;
