/**
 * The score models: pure functions from what is known of an author to a score.
 *
 * <p>Enter at {@link dev.influx.scorer.model.ScoreModels}; each model is a {@link
 * dev.influx.scorer.model.ScoreModel}.
 *
 * <p>No I/O, no clock, no state; any thread may call them.
 */
package dev.influx.scorer.model;
