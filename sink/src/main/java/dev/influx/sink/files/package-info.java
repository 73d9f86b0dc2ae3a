/**
 * The directory that snapshots are published in: owned by one process, every file in it whole at
 * any moment.
 *
 * <p>Enter at {@link dev.influx.sink.files.PublishDirectory}.
 *
 * <p>The owner calls from one thread at a time; readers are other processes and need no lock.
 */
package dev.influx.sink.files;
