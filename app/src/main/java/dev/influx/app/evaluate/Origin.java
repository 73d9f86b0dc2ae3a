package dev.influx.app.evaluate;

import java.time.Instant;

/** Where the users of a file come from, and the instant that counts as now for all of them. */
public record Origin(String file, String uri, Instant asOf) {}
