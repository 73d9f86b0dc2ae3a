package dev.influx.validator.claims;

import dev.influx.schemas.Availability;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.SourceKind;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Observations that differ in what they claim. */
final class TestingProfiles {
  private TestingProfiles() {}

  static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  /** Everything is known of the author, and nothing is shared with an author of another id. */
  static RawProfile seen(String id, long second, UnaryOperator<Profile.Builder> as) {
    Profile.Builder profile =
        Profile.newBuilder()
            .setHandle("author_" + id)
            .setCreatedAt(at(1_000_000_000L + id.hashCode()))
            .setFollowingCount((long) id.hashCode())
            .setTweetCount(100L)
            .setListedCount(3L)
            .setLikesGiven(4L)
            .setMediaCount(5L);
    return observation(id, second, as.apply(profile).build());
  }

  static RawProfile gone(String id, long second) {
    return observation(id, second, null);
  }

  private static RawProfile observation(String id, long second, Profile profile) {
    return RawProfile.newBuilder()
        .setId(id)
        .setFetchedAt(at(second))
        .setAvailability(profile == null ? Availability.SUSPENDED : Availability.AVAILABLE)
        .setProfile(profile)
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.SIMULATOR)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of())
        .build();
  }
}
