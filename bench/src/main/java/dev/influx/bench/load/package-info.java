/**
 * The input of every benchmark: a seeded crowd of synthetic authors, observed over and over for a
 * month, and what writes these observations to the raw topic.
 *
 * <p>Enter at {@link dev.influx.bench.load.Crowd} and {@link dev.influx.bench.load.Loader}.
 *
 * <p>A crowd is a pure function of its seed; the loader works on the caller's thread.
 */
package dev.influx.bench.load;
