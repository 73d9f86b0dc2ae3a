/**
 * The processes under measurement: the copy loop, the hand-written loop and the scorer itself, each
 * alone in a JVM of its own.
 *
 * <p>Enter at {@link dev.influx.bench.worker.WorkerProcess}, which runs one {@link
 * dev.influx.bench.worker.Task} and answers questions on its standard input.
 *
 * <p>The loops run on one thread of their own, the scorer on those of Kafka Streams.
 */
package dev.influx.bench.worker;
