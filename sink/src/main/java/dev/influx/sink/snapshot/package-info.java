/**
 * What is published, as values: the authors as a topic tells them, one consistent cut through it,
 * the list in its order, and the manifest that describes it.
 *
 * <p>Enter at {@link dev.influx.sink.snapshot.AuthorIndex}, which takes changes and gives a {@link
 * dev.influx.sink.snapshot.Candidate}.
 *
 * <p>The index belongs to the one thread that feeds it; everything else is immutable. No clock, no
 * Kafka, no files.
 */
package dev.influx.sink.snapshot;
