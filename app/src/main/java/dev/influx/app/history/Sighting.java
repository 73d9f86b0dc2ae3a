package dev.influx.app.history;

import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;

/**
 * An observation, and where it stands in the raw topic.
 *
 * @param seen what was observed
 */
public record Sighting(Lineage at, RawProfile seen) {}
