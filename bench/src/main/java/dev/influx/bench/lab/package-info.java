/**
 * Where benchmarks happen: a broker in a JVM of its own on a directory that goes away afterwards,
 * workers in further JVMs, and the instruments around them.
 *
 * <p>Enter at {@link dev.influx.bench.lab.Lab#open}.
 *
 * <p>Everything is driven by the caller's thread; closing the lab ends every process it started.
 */
package dev.influx.bench.lab;
