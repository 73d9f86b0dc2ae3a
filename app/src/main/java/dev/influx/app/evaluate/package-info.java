/**
 * Offline evaluation: files of X user objects in, verdicts and scores out, through the same pure
 * code that runs in the topology.
 *
 * <p>Enter at {@link dev.influx.app.evaluate.FileEvaluation}.
 *
 * <p>One thread reads, as many as there are processors judge, and the thread of the command takes
 * what comes of it in the order of the file.
 */
package dev.influx.app.evaluate;
