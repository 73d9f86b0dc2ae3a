package dev.influx.scorer;

import dev.influx.schemas.Availability;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Observations of a few authors who share handles, seconds of creation and numbers by chance; or of
 * several such crowds, who have nothing to do with each other.
 */
public final class Lookalikes {
  private static final int IDS = 5;
  private static final List<String> HANDLES = List.of("ann", "Ann", "ANN", "bob", "Bob_2");

  /** Of such ids it is not known when they were given. */
  private static final long FIRST_ID = 9_999_999_997L;

  private final Random random;
  private final int crowds;

  public Lookalikes(Random random) {
    this(random, 1);
  }

  public Lookalikes(Random random, int crowds) {
    this.random = random;
    this.crowds = crowds;
  }

  public List<RawProfile> observations(int most) {
    List<RawProfile> observations = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      observations.add(observation(crowds == 1 ? 0 : random.nextInt(crowds)));
    }
    return observations;
  }

  private RawProfile observation(int crowd) {
    // Ids of different lengths, and few instants: the order of both is not that of their text.
    String id = Long.toString(FIRST_ID + (long) IDS * crowd + random.nextInt(IDS));
    Instant at = Authors.NOON.plus(Duration.ofHours(7L * random.nextInt(40)));
    return random.nextInt(9) == 0
        ? Authors.gone(id, at, Availability.SUSPENDED)
        : seen(id, at, crowd);
  }

  private RawProfile seen(String id, Instant at, int crowd) {
    long tweets = 10L * crowd + 99L + roll(3);
    Instant latest = Authors.NOON.minusSeconds(10L * crowd);
    RawProfile seen = Authors.seen(id, at, random.nextBoolean() ? 60_000L : 6L, tweets);
    Profile profile =
        Profile.newBuilder(seen.getProfile())
            .setHandle(HANDLES.get(random.nextInt(HANDLES.size())) + (crowd == 0 ? "" : crowd))
            .setCreatedAt(random.nextInt(4) == 0 ? null : latest.minusMillis(roll(2_500)))
            .setFollowingCount(roll(2))
            .setListedCount(random.nextInt(5) == 0 ? null : 3L)
            .setLikesGiven(4L)
            .setMediaCount(5L)
            .build();
    return RawProfile.newBuilder(seen).setProfile(profile).build();
  }

  private long roll(int bound) {
    return random.nextInt(bound);
  }
}
