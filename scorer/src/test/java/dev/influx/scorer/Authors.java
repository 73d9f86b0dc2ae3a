package dev.influx.scorer;

import dev.influx.schemas.Availability;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Observations for tests. */
public final class Authors {
  public static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private Authors() {}

  /** An author with a blue badge, seen with some followers and tweets. */
  public static RawProfile seen(String id, Instant at, Long followers, Long tweets) {
    return observation(id, at, Availability.AVAILABLE)
        .setProfile(
            Profile.newBuilder()
                .setHandle("author_" + id)
                .setName("Author " + id)
                .setCreatedAt(created(id))
                .setVerifiedType("blue")
                .setVerified(true)
                .setFollowersCount(followers)
                .setTweetCount(tweets)
                .build())
        .setRaw(ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  /** No two in the same second. */
  private static Instant created(String id) {
    return Instant.parse("2016-03-10T12:00:00Z").minusSeconds((Long.parseLong(id) - 1) % 10_000);
  }

  /** The same observation with a bio. */
  public static RawProfile writing(String bio, RawProfile seen) {
    Profile profile = Profile.newBuilder(seen.getProfile()).setDescription(bio).build();
    return RawProfile.newBuilder(seen).setProfile(profile).build();
  }

  /** The same author, no longer to be seen. */
  public static RawProfile gone(String id, Instant at, Availability why) {
    return observation(id, at, why).setHandle("author_" + id).build();
  }

  /** The same author, removed on request. */
  public static RawProfile forgotten(String id, Instant at) {
    return observation(id, at, Availability.FORGOTTEN).build();
  }

  private static RawProfile.Builder observation(String id, Instant at, Availability availability) {
    return RawProfile.newBuilder()
        .setId(id)
        .setFetchedAt(at)
        .setAvailability(availability)
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of(new Source("profile", NOON, "https://x.com/author_" + id)));
  }
}
