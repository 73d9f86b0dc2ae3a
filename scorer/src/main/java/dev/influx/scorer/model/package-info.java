/**
 * The score models: pure functions from what is known of an author to a score and its explanation.
 *
 * <p>Enter at {@link dev.influx.scorer.model.ScoreModel#of}, which makes a declared model ready to
 * compute; {@link dev.influx.scorer.model.Comparison} sets two explanations side by side, and
 * {@link dev.influx.scorer.model.Movement} says for many authors what moved their scores.
 *
 * <p>No I/O, no clock, no state; any thread may call them.
 */
package dev.influx.scorer.model;
