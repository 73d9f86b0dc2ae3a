/**
 * One author as one published line: the keys, their order, and how what is known of an author
 * becomes what is published.
 *
 * <p>Enter at {@link dev.influx.sink.record.AuthorLine}.
 *
 * <p>Everything here is immutable and free of I/O; any thread may use it.
 */
package dev.influx.sink.record;
