/**
 * A Kafka broker and a schema registry that run inside this JVM, each on a data directory that
 * survives restarts and belongs to one process at a time.
 *
 * <p>Enter at {@link dev.influx.embedded.EmbeddedBroker#start} and {@link
 * dev.influx.embedded.EmbeddedRegistry#start}; what keeps either from starting is told in the three
 * lines of its exception.
 *
 * <p>Both start and close on the caller's thread, serve from threads of their own, and may be used
 * from any thread.
 */
package dev.influx.embedded;
