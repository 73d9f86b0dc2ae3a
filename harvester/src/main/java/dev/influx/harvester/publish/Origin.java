package dev.influx.harvester.publish;

import dev.influx.harvester.api.Dialect;
import dev.influx.schemas.SourceKind;
import java.util.Optional;

/**
 * Which run of which source observations come from.
 *
 * @param dialect that X was asked in
 */
public record Origin(SourceKind kind, String runId, Optional<Dialect> dialect) {

  /** Of a file, which nobody was asked for. */
  public static Origin ofImport(String runId) {
    return new Origin(SourceKind.IMPORT, runId, Optional.empty());
  }
}
