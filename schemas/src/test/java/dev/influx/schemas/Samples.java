package dev.influx.schemas;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Small records for the tests of this module. */
public final class Samples {
  private Samples() {}

  public static Sha256 digest(int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return new Sha256(bytes);
  }

  public static RawProfile observation(String id, Instant at) {
    return RawProfile.newBuilder()
        .setId(id)
        .setFetchedAt(at)
        .setAvailability(Availability.AVAILABLE)
        .setProfile(
            Profile.newBuilder()
                .setHandle("someone")
                .setName("Some One \uD83D\uDE80")
                .setFollowersCount(Long.MAX_VALUE)
                .build())
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(digest(7))
                .build())
        .setSources(List.of(new Source("profile", at, "https://x.com/someone")))
        .setRaw(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .build();
  }
}
