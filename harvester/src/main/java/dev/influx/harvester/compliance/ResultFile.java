package dev.influx.harvester.compliance;

import dev.influx.schemas.Provenance;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import java.net.URI;
import java.time.Instant;

/**
 * A result of X's batch compliance, as the evidence of what follows from it.
 *
 * @param sha256 of its bytes
 * @param asOf when X found out
 */
public record ResultFile(String name, URI uri, Sha256 sha256, Instant asOf) {

  Provenance provenance(long line) {
    return Provenance.newBuilder()
        .setKind(SourceKind.IMPORT)
        .setEndpoint(name)
        .setAnswerSha256(sha256)
        .setLine(line)
        .build();
  }

  Source source(long line) {
    return new Source("compliance", asOf, uri + "#L" + line);
  }
}
