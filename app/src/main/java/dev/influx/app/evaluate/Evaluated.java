package dev.influx.app.evaluate;

import dev.influx.schemas.Finding;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.scorer.evaluation.Judgement;
import java.util.List;
import java.util.Optional;

/** The outcome for one user object of a file. */
public record Evaluated(
    String id, String handle, boolean accepted, List<String> codes, Optional<Score> score) {

  public static Evaluated of(Judgement judgement) {
    return judgement.fold(Evaluated::accepted, Evaluated::rejected);
  }

  private static Evaluated accepted(ScoredProfile profile) {
    return new Evaluated(
        profile.getId(),
        profile.getProfile().getHandle(),
        true,
        List.of(),
        Optional.of(profile.getScore()));
  }

  private static Evaluated rejected(RejectedProfile profile) {
    return new Evaluated(
        profile.getId(),
        profile.getHandle(),
        false,
        profile.getFindings().stream().map(Finding::getCode).distinct().toList(),
        Optional.ofNullable(profile.getScore()));
  }
}
