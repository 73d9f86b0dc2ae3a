/**
 * The sink: follows the topic of accepted authors and keeps the published list up to date.
 *
 * <p>Enter at {@link dev.influx.sink.Sink#start}. The topic is compacted and is the only state: a
 * sink that starts reads it from the beginning, so there is nothing that a crash could lose. What
 * it commits tells others how far the published list has come; it is never read back.
 *
 * <p>One thread of its own does all the work; {@link dev.influx.sink.RunningSink} may be asked from
 * any.
 */
package dev.influx.sink;
