/**
 * What is measured and how figures follow from it: samples of progress and CPU time, the window
 * that is counted, memory, and the machine it all happened on.
 *
 * <p>Enter at {@link dev.influx.bench.measure.Throughput#of} and {@link
 * dev.influx.bench.measure.ProcessMeter}.
 *
 * <p>The arithmetic is pure; the meters read files of the operating system on the caller's thread.
 */
package dev.influx.bench.measure;
