/**
 * What differs between two snapshots, author by author.
 *
 * <p>Enter at {@link dev.influx.sink.changes.LineDifference}.
 *
 * <p>Everything here is immutable or belongs to the thread that made it; no clock, no Kafka.
 */
package dev.influx.sink.changes;
