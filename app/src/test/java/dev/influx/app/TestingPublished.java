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

  /** Of such ids it is not known when they were given. */
  private static final long FIRST_ID = 5_000_050_000L;

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
    String id = Long.toString(FIRST_ID + rank);
    return ScoredProfile.newBuilder()
        .setId(id)
        .setObservedAt(SEEN)
        .setProfile(profile(rank, count))
        .setDomain("ai_research")
        .setLangPrimary("en")
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of(new Source("seed", SEEN, "https://x.com/" + handle(rank))))
        .setActivity(Activity.newBuilder().build())
        .setScore(Score.newBuilder().setVersion("m0").setTotal(score).setRounded(score).build())
        .setPolicy(
            new PolicyRef(POLICY.id(), new Sha256(HexFormat.of().parseHex(POLICY.sha256().hex()))))
        .setLineage(new Lineage("influx.profiles.raw", 1, 41L))
        .build();
  }

  private static Profile profile(int rank, int count) {
    return Profile.newBuilder()
        .setHandle(handle(rank))
        .setName("Ann Other")
        .setDescription("I build things.")
        .setCreatedAt(Instant.parse("2009-06-24T18:44:10Z").plusSeconds(rank))
        .setVerified(true)
        .setVerifiedType("blue")
        .setFollowersCount(900_000L + count - rank)
        .build();
  }

  private static String handle(int rank) {
    return "Author_" + (50_000 + rank);
  }
}
