package dev.influx.sink;

import dev.influx.schemas.Activity;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RateBasis;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Accepted authors for tests: a bare one, of whom little is known, and a full one. */
public final class TestingAuthors {
  public static final Instant SEEN = Instant.parse("2026-01-02T03:04:05.678Z");
  public static final PolicyRef POLICY = new PolicyRef("m0", digest(7));

  private TestingAuthors() {}

  public static Sha256 digest(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return new Sha256(bytes);
  }

  public static Score score(double total) {
    return Score.newBuilder()
        .setVersion("m0")
        .setTotal(total)
        .setRounded(Math.round(total * 10) / 10.0)
        .build();
  }

  /** Nothing is known that may be unknown in a published line. */
  public static ScoredProfile bare(String id, double total) {
    return ScoredProfile.newBuilder()
        .setId(id)
        .setObservedAt(SEEN)
        .setProfile(
            Profile.newBuilder()
                .setHandle("author_" + id)
                .setName("Author " + id)
                .setFollowersCount(1000L)
                .build())
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(digest(1))
                .build())
        .setSources(List.of(new Source("seed", SEEN, "https://x.com/author_" + id)))
        .setActivity(Activity.newBuilder().build())
        .setScore(score(total))
        .setPolicy(POLICY)
        .setLineage(new Lineage("influx.profiles.raw", 1, 41L))
        .build();
  }

  /** Somebody who is not in the list, for these reasons. */
  public static RejectedProfile rejected(String id, String... codes) {
    ScoredProfile author = bare(id, 0);
    return RejectedProfile.newBuilder()
        .setId(id)
        .setObservedAt(SEEN)
        .setAvailability(Availability.AVAILABLE)
        .setProfile(author.getProfile())
        .setProvenance(author.getProvenance())
        .setSources(author.getSources())
        .setFindings(Stream.of(codes).map(code -> new Finding(code, "a.rule", "seen")).toList())
        .setPolicy(POLICY)
        .setLineage(author.getLineage())
        .build();
  }

  public static ScoredProfile in(String domain, ScoredProfile author) {
    return ScoredProfile.newBuilder(author).setDomain(domain).build();
  }

  public static ScoredProfile under(PolicyRef policy, ScoredProfile author) {
    return ScoredProfile.newBuilder(author).setPolicy(policy).build();
  }

  public static ScoredProfile named(String handle, ScoredProfile author) {
    Profile profile = Profile.newBuilder(author.getProfile()).setHandle(handle).build();
    return ScoredProfile.newBuilder(author).setProfile(profile).build();
  }

  public static ScoredProfile followedBy(Long followers, ScoredProfile author) {
    Profile profile = Profile.newBuilder(author.getProfile()).setFollowersCount(followers).build();
    return ScoredProfile.newBuilder(author).setProfile(profile).build();
  }

  public static ScoredProfile writing(String bio, ScoredProfile author) {
    Profile profile =
        Profile.newBuilder(author.getProfile()).setName(bio).setDescription(bio).build();
    return ScoredProfile.newBuilder(author).setProfile(profile).build();
  }

  /** Everything is known, and the texts are awkward. */
  public static ScoredProfile full() {
    return ScoredProfile.newBuilder(bare("783214", 93.44))
        .setProfile(fullProfile())
        .setDomain("ai_research")
        .setLangPrimary("en")
        .setSources(
            List.of(
                new Source(
                    "list", Instant.parse("2025-11-01T00:00:00Z"), "https://x.com/i/lists/1"),
                new Source("profile", SEEN, "https://x.com/Some_One")))
        .setActivity(new Activity(2.5, RateBasis.WINDOW, 120.0))
        .setScore(new Score("m2@2", 93.44, 93.4, 55.34408, 95.25, 64.0, List.of()))
        .setLineage(new Lineage("influx.profiles.raw", 3, 9_007_199_254_740_993L))
        .build();
  }

  private static Profile fullProfile() {
    return Profile.newBuilder()
        .setHandle("Some_One")
        .setName("Some \"One\" \uD83D\uDE80 Łódź")
        .setDescription("line one\nline two\u2028tab\there \\ \u001f\uD83D end")
        .setLocation("Berlin")
        .setUrl("https://t.co/abc")
        .setCreatedAt(Instant.parse("2009-06-24T18:44:10Z"))
        .setVerified(true)
        .setVerifiedType("blue")
        .setFollowersCount(64_832_303L)
        .setFollowingCount(572L)
        .setTweetCount(4_515L)
        .setListedCount(116_654L)
        .setLikesGiven(549L)
        .setMediaCount(0L)
        .setPinnedPostId("1941802940768850033")
        .build();
  }
}
