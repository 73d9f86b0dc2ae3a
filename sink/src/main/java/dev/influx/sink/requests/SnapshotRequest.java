package dev.influx.sink.requests;

/**
 * The wish for a snapshot now.
 *
 * @param id names it; its answer has the same one
 * @param force why gates that may be overruled shall be; null if they shall not
 */
public record SnapshotRequest(String id, String force) {}
