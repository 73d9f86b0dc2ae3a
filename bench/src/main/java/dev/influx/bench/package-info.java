/**
 * Benchmarks of the whole pipe, each by a command that stays: throughput beside the limits, the
 * stores side by side, the time that the scorer needs to come back, the harvester from HTTP answers
 * to acknowledged records, and the pure code alone.
 *
 * <p>Enter at {@link dev.influx.bench.Main}; {@link dev.influx.bench.BrokerProcess} is the other
 * main class, for the JVM of the broker.
 *
 * <p>The command runs on the main thread and starts every process that is measured.
 */
package dev.influx.bench;
