/**
 * A broker and a schema registry for integration tests: one of each per test JVM, started when the
 * first test asks and closed at the end of the run.
 *
 * <p>Enter at {@link dev.influx.embedded.junit.WithKafka} on a test class, and take a {@link
 * dev.influx.embedded.junit.TestKafka} as a parameter. The system property {@code
 * influx.test.kafka} says where the broker runs: {@code in-vm} (this JVM) or {@code containers}.
 *
 * <p>Starts on the thread of the first test; what it hands out may be used from any thread.
 */
package dev.influx.embedded.junit;
