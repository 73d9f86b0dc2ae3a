/**
 * The HTTP server of the monitor: who may ask, the files of the page, and the stream of events.
 *
 * <p>Enter at {@link dev.influx.monitor.web.WebServer}, which hands questions to a {@link
 * dev.influx.monitor.web.Site}.
 *
 * <p>Questions are answered on threads of the server; events are handed on by whoever publishes
 * them, who never waits for a client.
 */
package dev.influx.monitor.web;
