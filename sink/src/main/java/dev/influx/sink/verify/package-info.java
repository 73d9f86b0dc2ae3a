/**
 * Whether a snapshot is what its manifest says, told from its files alone.
 *
 * <p>Enter at {@link dev.influx.sink.verify.Verification}.
 *
 * <p>Reads files on the thread of its caller; any number of readers may be at work.
 */
package dev.influx.sink.verify;
