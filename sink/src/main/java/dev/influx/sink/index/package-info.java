/**
 * All accepted authors in the order of the list, on disk: memory does not grow with them, and a
 * snapshot is one pass over them in sequence.
 *
 * <p>Enter at {@link dev.influx.sink.index.AuthorIndex}, which takes changes and gives a {@link
 * dev.influx.sink.snapshot.Candidate}.
 *
 * <p>An index belongs to the one thread that feeds it. It is made anew from the topic whenever a
 * sink starts, so nothing in it has to outlive a crash.
 */
package dev.influx.sink.index;
