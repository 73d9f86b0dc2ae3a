/**
 * One author as one published line: the keys, their order, the way numbers, times and texts are
 * written, and the hash that ties the line to its sources.
 *
 * <p>Enter at {@link dev.influx.sink.record.AuthorLine}; whoever checks a line also needs {@link
 * dev.influx.sink.record.ProvenanceHash}.
 *
 * <p>Everything here is immutable and free of I/O; any thread may use it.
 */
package dev.influx.sink.record;
