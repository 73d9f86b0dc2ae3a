package dev.influx.sink.requests;

/**
 * What came of a request.
 *
 * @param snapshotId what is published now; null if nothing ever was
 * @param fresh whether it holds all that the topic held when the request was taken up
 * @param withheld why nothing newer is published; null when it is
 */
public record SnapshotAnswer(String snapshotId, boolean fresh, String withheld) {}
