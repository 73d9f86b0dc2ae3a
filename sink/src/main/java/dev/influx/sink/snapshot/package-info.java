/**
 * What is published, as values: what a topic tells of authors, one consistent cut through it, the
 * list in its order, and the manifest that describes it.
 *
 * <p>Enter at {@link dev.influx.sink.snapshot.Snapshot}.
 *
 * <p>Everything is immutable but for what the content of a snapshot is read from. No clock, no
 * Kafka, no files.
 */
package dev.influx.sink.snapshot;
