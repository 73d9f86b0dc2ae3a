package dev.influx.scorer.model;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Activity;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Score;
import dev.influx.scorer.activity.Pace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The models that come with influx, and authors to try them on. */
final class TestingModels {
  static final Instant NOW = Instant.parse("2025-11-28T00:00:00Z");

  private static final Policies POLICIES = Policies.bundled();

  private TestingModels() {}

  static ScoreModel model(String policy) {
    Policy found = POLICIES.find(policy).orElseThrow();
    return ScoreModel.of(found.model(), found.domains());
  }

  static Subject subject(Profile profile) {
    return subject(profile, Optional.empty());
  }

  /** With the pace that follows from one observation. */
  static Subject subject(Profile profile, Optional<String> domain) {
    Activity pace = Pace.of(profile, List.of(), NOW);
    return new Subject(profile, pace, domain, List.of(), NOW);
  }

  static Profile.Builder nobody() {
    return Profile.newBuilder().setHandle("a");
  }

  static Score score(ScoreModel model, Profile profile) {
    return model.score(subject(profile)).orElseThrow();
  }
}
