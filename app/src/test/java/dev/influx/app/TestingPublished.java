package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Activity;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import dev.influx.sink.record.AuthorLine;
import dev.influx.sink.record.RankedAuthor;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A list as the sink publishes it, of invented authors whom the policy lets in. */
final class TestingPublished {
  static final Policy POLICY = Policies.bundled().find("m0").orElseThrow();

  private static final Instant SEEN = Instant.parse("2026-01-02T03:04:05.678Z");

  private TestingPublished() {}

  static String list(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(rank -> new RankedAuthor(author(rank, count), rank, rank))
        .map(ranked -> new String(AuthorLine.of(ranked), UTF_8) + "\n")
        .collect(Collectors.joining());
  }

  private static ScoredProfile author(int rank, int count) {
    double score = 100.0 * (count - rank) / count;
    String id = Integer.toString(50_000 + rank);
    return ScoredProfile.newBuilder()
        .setId(id)
        .setObservedAt(SEEN)
        .setProfile(profile("Author_" + id, 900_000L + count - rank))
        .setDomain("ai_research")
        .setLangPrimary("en")
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of(new Source("seed", SEEN, "https://x.com/Author_" + id)))
        .setActivity(Activity.newBuilder().build())
        .setScore(Score.newBuilder().setVersion("m0").setTotal(score).setRounded(score).build())
        .setPolicy(
            new PolicyRef(POLICY.id(), new Sha256(HexFormat.of().parseHex(POLICY.sha256().hex()))))
        .setLineage(new Lineage("influx.profiles.raw", 1, 41L))
        .build();
  }

  private static Profile profile(String handle, long followers) {
    return Profile.newBuilder()
        .setHandle(handle)
        .setName("Ann Other")
        .setDescription("I build things.")
        .setCreatedAt(Instant.parse("2009-06-24T18:44:10Z"))
        .setVerified(true)
        .setVerifiedType("blue")
        .setFollowersCount(followers)
        .build();
  }
}
