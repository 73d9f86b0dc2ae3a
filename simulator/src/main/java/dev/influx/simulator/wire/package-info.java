/**
 * A small HTTP/1.1 server for loopback use whose every answered byte is the handler's choice, the
 * {@code Date} header included, which the server of the JDK writes itself. Enter through {@link
 * dev.influx.simulator.wire.WireServer}. Each connection has a thread, and the handler runs on it.
 */
package dev.influx.simulator.wire;
