/**
 * Published files over HTTP, as they lie in a data directory and nothing else of it.
 *
 * <p>Enter at {@link dev.influx.app.serve.SnapshotServer}, which is a server of its own, or at
 * {@link dev.influx.app.serve.PublishedSite}, which is part of the monitor's.
 *
 * <p>Each request is answered by one of a few threads of the server.
 */
package dev.influx.app.serve;
