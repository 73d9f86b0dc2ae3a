package dev.influx.scorer.model;

import dev.influx.schemas.Score;
import java.util.Optional;

/** A pure function from a subject to a score; empty when what it needs is not known. */
public interface ScoreModel {

  /** Name and version, as it stands in every score. */
  String version();

  Optional<Score> score(Subject subject);
}
