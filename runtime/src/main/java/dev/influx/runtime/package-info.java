/**
 * What every process needs at its edge: the connection to Kafka, the topics and schemas applied,
 * the order of starting and stopping, metrics, and the health endpoint.
 *
 * <p>Enter at {@link dev.influx.runtime.KafkaConnection} and {@link dev.influx.runtime.Running}.
 *
 * <p>Called from the thread that wires a process together; the health endpoint answers on its own.
 */
package dev.influx.runtime;
