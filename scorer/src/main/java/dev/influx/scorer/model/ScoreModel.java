package dev.influx.scorer.model;

import dev.influx.lists.models.Model;
import dev.influx.lists.policies.Lexicon;
import dev.influx.schemas.Score;
import java.util.List;
import java.util.Optional;

/** A pure function from a subject to a score, or to the explanation of the same score. */
public interface ScoreModel {

  /** A declared model made ready to compute, with the lexicons that it may look into. */
  static ScoreModel of(Model model, List<Lexicon> lexicons) {
    return new CompiledModel(model, lexicons);
  }

  /** Name and version, as it stands in every score. */
  String version();

  /** Empty when what the model cannot do without is not known. */
  Optional<Score> score(Subject subject);

  /** What the score is made of; much slower than the score alone. */
  Optional<Explanation> explain(Subject subject);
}
