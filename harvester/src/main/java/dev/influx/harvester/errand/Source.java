package dev.influx.harvester.errand;

/**
 * A list as it was when a run began.
 *
 * @param name as its user calls it
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record Source(String name, String sha256) {}
