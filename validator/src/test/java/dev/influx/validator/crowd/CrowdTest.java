package dev.influx.validator.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.schemas.Availability;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.SourceKind;
import dev.influx.validator.claims.Claim;
import dev.influx.validator.claims.Crossings;
import dev.influx.validator.claims.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {
  private static final int SEEDS = 500;

  /** In the order of ids; the numbers of some are larger than a signed long. */
  private static final List<String> IDS =
      List.of("7", "07", "10", "9223372036854775807", "9223372036854775808", "9999999999999999999");

  private static final List<String> HANDLES =
      List.of("ann", "Ann", "bob_2", "a_handle_of_more_than_fifteen", "two words");

  @TempDir private Path scratch;

  @Test
  void saysOfEverySightingWhatCrossingsSayWhateverFitsIntoMemory() {
    int encounters = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<RawProfile> seen = observations(random);

      List<Encounter> found = encounters(seen, 1 + random.nextInt(8));

      assertThat(found).as("seed %d", seed).isEqualTo(expected(seen));
      encounters += found.size();
    }
    assertThat(encounters).isGreaterThan(SEEDS);
  }

  @Test
  void aMultitudeThatClaimsTheSameNeedsNoMoreMemory() throws IOException {
    try (Crowd crowd = new Crowd(scratch, 64)) {
      for (int id = 1; id <= 5_000; id++) {
        String text = Integer.toString(id);
        Instant at = Instant.ofEpochSecond(id);
        crowd.add(Sighting.of(text, at, id, List.of(new Claim(text, "handle:a", at))));
      }
      Crowd.Encounters encounters = crowd.encounters();
      for (int id = 1; id < 5_000; id++) {
        assertThat(encounters.next()).contains(new Encounter(id, Kind.HANDLE, "5000"));
      }
      assertThat(encounters.next()).isEmpty();
    }
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aTimeBeyondAllMillisecondsIsStillATime() {
    List<RawProfile> seen =
        List.of(
            seen("7", Instant.MIN, profile("ann", 1)),
            seen("8", Instant.MAX, profile("ann", 2)),
            seen("9", Instant.EPOCH, profile("ann", 3)));

    assertThat(encounters(seen, 9))
        .containsExactly(new Encounter(0, Kind.HANDLE, "8"), new Encounter(2, Kind.HANDLE, "8"));
  }

  @Test
  void anIdThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> Sighting.of("1".repeat(20), Instant.EPOCH, 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Encounter> encounters(List<RawProfile> seen, int rowsInMemory) {
    try (Crowd crowd = new Crowd(scratch, rowsInMemory)) {
      for (int place = 0; place < seen.size(); place++) {
        RawProfile one = seen.get(place);
        crowd.add(Sighting.of(one.getId(), one.getFetchedAt(), place, Claim.of(one)));
      }
      List<Encounter> found = new ArrayList<>();
      Crowd.Encounters encounters = crowd.encounters();
      for (Optional<Encounter> next = encounters.next();
          next.isPresent();
          next = encounters.next()) {
        found.add(next.get());
      }
      return found;
    }
  }

  private static List<Encounter> expected(List<RawProfile> seen) {
    Map<String, RawProfile> newest = new HashMap<>();
    for (RawProfile one : seen) {
      newest.merge(
          one.getId(),
          one,
          (before, now) -> now.getFetchedAt().isBefore(before.getFetchedAt()) ? before : now);
    }
    Map<String, List<Clash>> clashes = Crossings.of(newest.values());
    List<Encounter> expected = new ArrayList<>();
    for (int place = 0; place < seen.size(); place++) {
      RawProfile one = seen.get(place);
      for (Claim claim : Claim.of(one)) {
        long at = place;
        clashes.getOrDefault(one.getId(), List.of()).stream()
            .filter(clash -> clash.getFingerprint().equals(claim.fingerprint()))
            .forEach(clash -> expected.add(new Encounter(at, claim.kind(), clash.getOther())));
      }
    }
    expected.sort(
        Comparator.comparingLong(Encounter::place).thenComparing(each -> each.kind().number()));
    return expected;
  }

  private static List<RawProfile> observations(Random random) {
    List<RawProfile> observations = new ArrayList<>();
    for (int i = random.nextInt(20); i >= 0; i--) {
      String id = IDS.get(random.nextInt(IDS.size()));
      Instant at = Instant.ofEpochMilli(random.nextInt(5) - 2);
      observations.add(seen(id, at, random.nextInt(9) == 0 ? null : profile(random)));
    }
    return observations;
  }

  private static Profile profile(Random random) {
    String handle = HANDLES.get(random.nextInt(HANDLES.size()));
    return Profile.newBuilder(profile(handle, 98 + random.nextInt(4)))
        .setCreatedAt(
            random.nextInt(3) == 0 ? null : Instant.ofEpochMilli(random.nextInt(5_000) - 2_500))
        .build();
  }

  private static Profile profile(String handle, long tweets) {
    return Profile.newBuilder()
        .setHandle(handle)
        .setFollowingCount(1L)
        .setTweetCount(tweets)
        .setListedCount(3L)
        .setLikesGiven(4L)
        .setMediaCount(5L)
        .build();
  }

  private static RawProfile seen(String id, Instant at, Profile profile) {
    return RawProfile.newBuilder()
        .setId(id)
        .setFetchedAt(at)
        .setAvailability(profile == null ? Availability.SUSPENDED : Availability.AVAILABLE)
        .setProfile(profile)
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.IMPORT)
                .setEndpoint("file")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of())
        .build();
  }
}
