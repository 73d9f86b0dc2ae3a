package dev.influx.harvester.publish;

import dev.influx.schemas.SourceKind;

/** Which run of which source observations come from. */
public record Origin(SourceKind kind, String runId) {}
