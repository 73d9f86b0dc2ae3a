package dev.influx.bench.load;

import dev.influx.schemas.Activity;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RateBasis;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import java.time.Instant;
import java.util.List;

/** Synthetic authors as a scorer would have accepted them, in no order. */
public final class ListedAuthors {
  private static final Instant FIRST = Instant.parse("2026-06-01T00:00:00Z");
  private static final PolicyRef POLICY = new PolicyRef("m2@2", new Sha256(new byte[32]));
  private static final List<String> DOMAINS =
      List.of("ai_research", "fintech", "open_source", "security_devsecops");
  private static final double HUNDRED = 100;
  private static final int SECONDS_PER_DAY = 86_400;

  private final long seed;

  public ListedAuthors(long seed) {
    this.seed = seed;
  }

  /** The same for the same number and revision; another revision has another score. */
  public ScoredProfile author(long number, int revision) {
    Author author = Author.of(seed, number);
    Dice dice = Dice.of(seed, "listed-" + revision, number);
    double total = dice.unit() * HUNDRED;
    Instant seen = FIRST.plusSeconds((long) (dice.unit() * SECONDS_PER_DAY)).plusSeconds(revision);
    Profile profile = author.at(seen, FIRST);
    return ScoredProfile.newBuilder()
        .setId(author.id())
        .setObservedAt(seen)
        .setProfile(profile)
        .setDomain(DOMAINS.get((int) (number % DOMAINS.size())))
        .setLangPrimary("en")
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of(new Source("seed", FIRST, "https://x.com/" + author.handle())))
        .setActivity(new Activity(author.tweetsPerDay(), RateBasis.LIFETIME, 12.5))
        .setScore(
            new Score(
                "m2@2",
                total,
                Math.rint(total * 10) / 10,
                total / 2,
                total / 3,
                total / 4,
                List.of()))
        .setPolicy(POLICY)
        .setLineage(new Lineage("influx.profiles.raw", (int) (number % 4), number))
        .build();
  }
}
