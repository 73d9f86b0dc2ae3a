/**
 * From what is remembered of an author and a policy to the record that is published: enrichment,
 * score and gates in one place.
 *
 * <p>Enter at {@link dev.influx.scorer.evaluation.Evaluator}; the topology, files and replays all
 * go through it, so that they cannot differ.
 *
 * <p>Pure functions; an evaluator may be shared by threads.
 */
package dev.influx.scorer.evaluation;
