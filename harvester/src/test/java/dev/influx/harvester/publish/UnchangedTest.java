package dev.influx.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.plan.Samples;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UnchangedTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final Profile ADA = Samples.profile("ada");

  private final Unchanged unchanged = new Unchanged();

  @Test
  void knowsWhatWasPublishedOnTheSameDay() {
    unchanged.note(List.of(seen("7", ADA, NOON)));

    assertThat(unchanged.has(seen("7", ADA, NOON.plusSeconds(60)))).isTrue();
    assertThat(unchanged.has(seen("8", ADA, NOON))).isFalse();
  }

  @Test
  void takesEveryNumberForNews() {
    unchanged.note(List.of(seen("7", ADA, NOON)));
    Profile grown = Profile.newBuilder(ADA).setFollowersCount(50_001L).build();
    Profile unknown = Profile.newBuilder(ADA).setFollowersCount(null).build();

    assertThat(unchanged.has(seen("7", grown, NOON))).isFalse();
    assertThat(unchanged.has(seen("7", unknown, NOON))).isFalse();
  }

  @Test
  void takesTheSameForNewsWhenSomethingElseWasBetween() {
    unchanged.note(List.of(seen("7", ADA, NOON), gone("7", NOON.plusSeconds(1))));

    assertThat(unchanged.has(seen("7", ADA, NOON.plusSeconds(2)))).isFalse();
    assertThat(unchanged.has(gone("7", NOON.plusSeconds(2)))).isTrue();
  }

  @Test
  void forgetsAllWithTheDay() {
    unchanged.note(List.of(seen("7", ADA, NOON)));

    assertThat(unchanged.has(seen("7", ADA, NOON.plus(Duration.ofHours(12))))).isFalse();
  }

  @Test
  void hasNoWordOnOutcomes() {
    Publication outcome = new Publication("t.harvest.outcomes", "ada", Optional.empty(), NOON);
    unchanged.note(List.of(outcome));

    assertThat(unchanged.has(outcome)).isFalse();
  }

  @Test
  void hashesWhatAnAuthorSaysAndNotHowMuch() {
    Profile grown = Profile.newBuilder(ADA).setFollowersCount(9L).setTweetCount(3L).build();
    Profile renamed = Profile.newBuilder(ADA).setName("Ada").build();

    assertThat(ContentHash.of(grown)).isEqualTo(ContentHash.of(ADA)).matches("[0-9a-f]{64}");
    assertThat(ContentHash.of(renamed)).isNotEqualTo(ContentHash.of(ADA));
    assertThat(ContentHash.ofAll(grown)).isNotEqualTo(ContentHash.ofAll(ADA));
  }

  private static Publication seen(String id, Profile profile, Instant at) {
    return publication(
        builder(id, at).setAvailability(Availability.AVAILABLE).setProfile(profile).build());
  }

  private static Publication gone(String id, Instant at) {
    return publication(builder(id, at).setAvailability(Availability.DELETED).build());
  }

  private static RawProfile.Builder builder(String id, Instant at) {
    return RawProfile.newBuilder()
        .setId(id)
        .setFetchedAt(at)
        .setSources(List.of())
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.SIMULATOR)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(Samples.EVIDENCE.sha256())
                .build());
  }

  private static Publication publication(RawProfile profile) {
    return new Publication(
        "t.profiles.raw", profile.getId(), Optional.of(profile), profile.getFetchedAt());
  }
}
