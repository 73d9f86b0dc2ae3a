/**
 * A cluster of many groups, the monitor that watches it, and a consumer that stops.
 *
 * <p>Enter at {@link dev.influx.bench.watch.ManyGroups}, {@link dev.influx.bench.watch.PageProbe}
 * and {@link dev.influx.bench.watch.StoppingConsumer}.
 *
 * <p>Groups move on a thread of their own, and so does the consumer; questions are asked on the
 * thread of whoever measures.
 */
package dev.influx.bench.watch;
