package dev.influx.sink.snapshot;

import dev.influx.sink.snapshot.Manifest.Freshness;
import java.util.Optional;

/**
 * What can be counted of the authors of a snapshot.
 *
 * @param scoreVersion of the best author
 * @param beyondEarlier how many lines the schema of the earlier system cannot express
 */
public record Figures(
    ScoreTally scores, Freshness freshness, Optional<String> scoreVersion, long beyondEarlier) {}
