/**
 * Offline evaluation: files of X user objects in, verdicts and scores out, through the same pure
 * code that runs in the topology.
 *
 * <p>Enter at {@link dev.influx.app.evaluate.FileEvaluation}.
 *
 * <p>Runs on the thread of the command.
 */
package dev.influx.app.evaluate;
