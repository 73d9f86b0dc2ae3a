package dev.influx.bench.load;

import dev.influx.schemas.Availability;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A seeded crowd of synthetic authors and a month of observations of them, in the order in which
 * they were published. Most bring news; a few are delivered again, come late, or find the author
 * gone, as in life.
 */
public record Crowd(long seed, int authors, long observations) {
  /** The instant of the first observation; a fixed one, so that a seed says everything. */
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  static final Duration SPAN = Duration.ofDays(30);

  private static final double AGAIN = 0.01;
  private static final double LATE = 0.02;
  private static final double GONE = 0.01;
  private static final long LOOK_BACK = 10_000;
  private static final int PER_ANSWER = 100;
  private static final List<Availability> WHY_GONE =
      List.of(Availability.SUSPENDED, Availability.DELETED, Availability.PROTECTED);

  public Crowd {
    if (authors < 1 || observations < 1) {
      throw new IllegalArgumentException("a crowd has at least one author and one observation");
    }
  }

  /** What was published at this place of the sequence. */
  public RawProfile observation(long index) {
    Dice dice = Dice.of(seed, "delivery", index);
    boolean again = index > 0 && dice.chance(AGAIN);
    return original(again ? index - 1 - dice.below(Math.min(index, LOOK_BACK)) : index);
  }

  private RawProfile original(long index) {
    Dice dice = Dice.of(seed, "observation", index);
    Instant at = START.plusMillis(SPAN.toMillis() / observations * index);
    Instant seen = dice.chance(LATE) ? at.minus(1 + dice.below(72), ChronoUnit.HOURS) : at;
    boolean gone = dice.chance(GONE);
    Author author = Author.of(seed, dice.below(authors));
    return gone
        ? gone(author, seen, index, WHY_GONE.get((int) dice.below(WHY_GONE.size())))
        : seen(author, seen, index);
  }

  /** News of one author, beyond the sequence: what a harvester would publish at that instant. */
  public RawProfile news(long author, Instant at) {
    return seen(Author.of(seed, author), at, at.toEpochMilli());
  }

  private RawProfile seen(Author author, Instant at, long index) {
    Profile profile = author.at(at, START);
    ByteBuffer raw = Answer.of(author.id(), profile);
    return common(author, at, index)
        .setAvailability(Availability.AVAILABLE)
        .setProfile(profile)
        .setRaw(raw)
        .build();
  }

  private RawProfile gone(Author author, Instant at, long index, Availability why) {
    return common(author, at, index).setAvailability(why).setHandle(author.handle()).build();
  }

  private RawProfile.Builder common(Author author, Instant at, long index) {
    return RawProfile.newBuilder()
        .setId(author.id())
        .setFetchedAt(at)
        .setDomain("open_source")
        .setProvenance(provenance(at, index / PER_ANSWER))
        .setSources(List.of(new Source("profile", START, "https://x.com/" + author.handle())));
  }

  private Provenance provenance(Instant at, long answer) {
    Dice dice = Dice.of(seed, "answer", answer);
    ByteBuffer digest = ByteBuffer.allocate(32);
    while (digest.hasRemaining()) {
      digest.putLong(dice.next());
    }
    return Provenance.newBuilder()
        .setKind(SourceKind.SIMULATOR)
        .setEndpoint("GET /2/users")
        .setRequestId(Long.toHexString(dice.next()))
        .setAnswerSha256(new Sha256(digest.array()))
        .setServerDate(at.truncatedTo(ChronoUnit.SECONDS))
        .setRunId("bench-" + answer / 100)
        .build();
  }
}
