package dev.influx.scorer.model;

import java.util.List;
import java.util.Optional;

/** The models that this release can compute. */
public final class ScoreModels {
  private static final List<ScoreModel> ALL = List.of(new M0());

  private ScoreModels() {}

  public static Optional<ScoreModel> find(String version) {
    return ALL.stream().filter(model -> model.version().equals(version)).findFirst();
  }

  public static List<String> versions() {
    return ALL.stream().map(ScoreModel::version).toList();
  }
}
