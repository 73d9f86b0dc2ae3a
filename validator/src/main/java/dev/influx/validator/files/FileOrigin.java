package dev.influx.validator.files;

import java.time.Instant;

/** The file that authors come from, and the instant at which they were seen if they do not say. */
public record FileOrigin(String file, String uri, Instant asOf) {}
