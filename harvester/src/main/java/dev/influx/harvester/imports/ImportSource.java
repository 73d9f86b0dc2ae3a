package dev.influx.harvester.imports;

import dev.influx.schemas.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of profiles.
 *
 * @param file as it was named
 * @param uri where anyone can open it
 * @param sha256 of its bytes, as packed as they are
 * @param asOf when the users were seen who do not say so themselves
 */
public record ImportSource(String file, String uri, Sha256 sha256, Optional<Instant> asOf) {}
