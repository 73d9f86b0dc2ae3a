package dev.influx.validator;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Authors who pass all gates, but for what a test changes in them. */
final class TestingAuthors {
  static final Instant SEEN = Instant.parse("2025-11-28T00:00:00Z");
  static final Policy POLICY = Policies.bundled().theDefault();

  private static final Gates GATES = Gates.of(POLICY);

  private TestingAuthors() {}

  static Profile.Builder profile() {
    return Profile.newBuilder()
        .setHandle("grace_m")
        .setName("Grace Murray")
        .setDescription("Writes compilers.")
        .setCreatedAt(Instant.parse("2020-06-01T12:34:56Z"))
        .setVerifiedType("blue")
        .setFollowersCount(61_237L)
        .setFollowingCount(512L)
        .setTweetCount(8_731L)
        .setListedCount(973L)
        .setLikesGiven(4_419L)
        .setMediaCount(211L);
  }

  static RawProfile observed(UnaryOperator<Profile.Builder> change) {
    return observation(change.apply(profile()).build()).build();
  }

  static RawProfile.Builder observation(Profile profile) {
    return RawProfile.newBuilder()
        .setId(idOf(Instant.parse("2020-06-01T12:34:56Z")))
        .setFetchedAt(SEEN)
        .setAvailability(Availability.AVAILABLE)
        .setProfile(profile)
        .setProvenance(from(SourceKind.X_API))
        .setSources(List.of(new Source("list", SEEN, "https://x.com/i/lists/1")));
  }

  static Provenance from(SourceKind kind) {
    return Provenance.newBuilder()
        .setKind(kind)
        .setEndpoint("/2/users/by")
        .setAnswerSha256(new Sha256(new byte[32]))
        .build();
  }

  /** The id of an account that was made then. */
  static String idOf(Instant made) {
    return Long.toString((made.toEpochMilli() - 1_288_834_974_657L) << 22);
  }

  static Verdict judge(RawProfile observation) {
    return GATES.judge(observation, List.of());
  }

  static List<Finding> findings(RawProfile observation) {
    return findings(observation, List.of());
  }

  static List<Finding> findings(RawProfile observation, List<Clash> clashes) {
    return GATES.judge(observation, clashes).fold(flags -> flags, refused -> refused);
  }

  static List<String> codes(RawProfile observation) {
    return findings(observation).stream().map(Finding::getCode).toList();
  }

  /** The codes for somebody who says this. */
  static List<String> codesOfBio(String bio) {
    return codes(observed(profile -> profile.setDescription(bio)));
  }
}
