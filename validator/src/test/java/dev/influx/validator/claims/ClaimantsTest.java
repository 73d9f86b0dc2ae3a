package dev.influx.validator.claims;

import static dev.influx.validator.claims.TestingProfiles.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimantsTest {
  private static final int SEEDS = 500;

  @Test
  void aHandleIsHeldByTheNewestClaimAndOnlyTheOthersAreToldSo() {
    Claim old = handle("9", 1);
    Claim recent = handle("8", 2);

    Claimants.Change second = Claimants.nobody().claimed(old).after().claimed(recent);

    assertThat(second.news()).isEqualTo(Map.of("9", Optional.of(recent)));
    assertThat(second.after().released("8").news()).isEqualTo(Map.of("9", Optional.empty()));
  }

  @Test
  void whoeverIsSeenWithTheHandleAgainHasItBack() {
    Claimants taken = claimants(handle("9", 1), handle("8", 2));

    Claim again = handle("9", 3);
    assertThat(taken.claimed(again).news())
        .isEqualTo(Map.of("9", Optional.empty(), "8", Optional.of(again)));
  }

  @Test
  void aHolderWhoIsSeenAgainLaterIsTheSameHolderAtAnotherTime() {
    Claimants taken = claimants(handle("9", 1), handle("8", 2));

    assertThat(taken.claimed(handle("8", 5)).news())
        .isEqualTo(Map.of("9", Optional.of(handle("8", 5))));
  }

  @Test
  void ofTwoClaimsOfOneInstantTheGreaterIdHolds() {
    assertThat(claimants(handle("10", 1), handle("9", 1)).rivalOf("9")).contains(handle("10", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"created:1", "numbers:1/100/1/1/1"})
  void whatNobodyHoldsAllAreToldOfWithTheSmallestOtherId(String fingerprint) {
    Claim nine = new Claim("9", fingerprint, at(1));
    Claim ten = new Claim("10", fingerprint, at(5));
    Claim eleven = new Claim("11", fingerprint, at(3));
    Claimants all = claimants(eleven, ten, nine);

    assertThat(all.rivalOf("9")).contains(ten);
    assertThat(all.rivalOf("10")).contains(nine);
    assertThat(all.rivalOf("11")).contains(nine);
    assertThat(all.released("9").news())
        .isEqualTo(
            Map.of("9", Optional.empty(), "10", Optional.of(eleven), "11", Optional.of(ten)));
  }

  @ParameterizedTest
  @EnumSource
  void saysTheSameWhateverTheOrderAndNumberOfClaimsAndReleases(Kind kind) {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Map<String, Claim> last = new HashMap<>();
      Map<String, Optional<Claim>> heard = new HashMap<>();
      Claimants claimants = Claimants.nobody();
      for (int step = random.nextInt(40); step > 0; step--) {
        String id = Integer.toString(7 + random.nextInt(6));
        Claim claim = new Claim(id, kind.fingerprint("x"), at(random.nextInt(5)));
        boolean releases = random.nextInt(3) == 0;
        last.compute(id, (known, before) -> releases ? null : claim);
        Claimants.Change change = releases ? claimants.released(id) : claimants.claimed(claim);
        heard.putAll(change.news());
        claimants = change.after();
      }

      Claimants atOnce = claimants(shuffled(last.values(), random));
      assertThat(claimants).as("seed %d", seed).isEqualTo(atOnce);
      for (String id : last.keySet()) {
        assertThat(heard.getOrDefault(id, Optional.empty()))
            .as("seed %d: what %s heard last", seed, id)
            .isEqualTo(atOnce.rivalOf(id));
      }
      assertThat(last.keySet().stream().filter(id -> atOnce.rivalOf(id).isEmpty()).count())
          .as("seed %d: one handle has one holder, and a copy has two ends", seed)
          .isEqualTo(kind == Kind.HANDLE ? Math.min(1, last.size()) : last.size() == 1 ? 1 : 0);
    }
  }

  @Test
  void aMultitudeIsToldAndNotRemembered() {
    Claimants claimants = Claimants.nobody();
    for (int id = 1; id <= Claimants.REMEMBERED; id++) {
      claimants = claimants.claimed(new Claim("" + id, "created:1", at(1))).after();
    }
    Claimants.Change oneMore = claimants.claimed(new Claim("9999", "created:1", at(1)));

    assertThat(oneMore.after()).isEqualTo(claimants);
    assertThat(oneMore.news()).containsOnlyKeys("9999");
    assertThat(oneMore.news().get("9999").orElseThrow().id()).isEqualTo("1");
    assertThat(claimants.claimed(new Claim("0", "created:1", at(1))).news())
        .as("the last one is forgotten, not set free")
        .doesNotContainEntry("" + Claimants.REMEMBERED, Optional.empty());
  }

  private static Claim handle(String id, long second) {
    return new Claim(id, "handle:a", at(second));
  }

  private static Claimants claimants(Claim... claims) {
    return claimants(List.of(claims));
  }

  private static Claimants claimants(List<Claim> claims) {
    Claimants claimants = Claimants.nobody();
    for (Claim claim : claims) {
      claimants = claimants.claimed(claim).after();
    }
    return claimants;
  }

  private static List<Claim> shuffled(Iterable<Claim> claims, Random random) {
    List<Claim> shuffled = new ArrayList<>();
    claims.forEach(shuffled::add);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
