package dev.influx.validator.claims;

import static dev.influx.validator.claims.TestingProfiles.at;
import static dev.influx.validator.claims.TestingProfiles.gone;
import static dev.influx.validator.claims.TestingProfiles.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Clash;
import dev.influx.schemas.RawProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossingsTest {

  @Test
  void strangersDoNotCross() {
    assertThat(Crossings.of(List.of(seen("1", 1, p -> p), seen("2", 1, p -> p)))).isEmpty();
  }

  @Test
  void onlyTheOneWhoLostTheHandleIsTold() {
    RawProfile before = seen("9", 1, profile -> profile.setHandle("Ann"));
    RawProfile now = seen("8", 2, profile -> profile.setHandle("aNN"));

    assertThat(Crossings.of(List.of(before, now)))
        .isEqualTo(Map.of("9", List.of(new Clash("handle:ann", "8"))));
    assertThat(Crossings.of(List.of(before, now, seen("9", 3, p -> p.setHandle("ann")))))
        .isEqualTo(Map.of("8", List.of(new Clash("handle:ann", "9"))));
    assertThat(Crossings.of(List.of(before, now, gone("8", 3)))).isEmpty();
    assertThat(Crossings.of(List.of(before, now, seen("9", 3, p -> p.setHandle("other")))))
        .isEmpty();
  }

  @Test
  void bothEndsOfACopyAreTold() {
    RawProfile one = seen("1", 1, profile -> profile.setCreatedAt(at(77)).setFollowingCount(1L));
    RawProfile two = seen("2", 9, profile -> profile.setCreatedAt(at(77)).setFollowingCount(1L));

    assertThat(Crossings.of(List.of(one, two)))
        .isEqualTo(
            Map.of(
                "1", List.of(new Clash("created:77", "2"), new Clash("numbers:1/100/3/4/5", "2")),
                "2", List.of(new Clash("created:77", "1"), new Clash("numbers:1/100/3/4/5", "1"))));
  }

  @Test
  void theOrderAndNumberOfObservationsDoNotMatter() {
    Random random = new Random(5);
    List<RawProfile> observations = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String id = Integer.toString(7 + random.nextInt(6));
      String handle = random.nextBoolean() ? "ann" : "bob";
      observations.add(seen(id, random.nextInt(9), p -> p.setHandle(handle)));
    }
    Map<String, List<Clash>> expected = Crossings.of(observations);
    assertThat(expected).isNotEmpty();

    for (int round = 0; round < 50; round++) {
      observations.add(observations.get(random.nextInt(observations.size())));
      Collections.shuffle(observations, random);
      assertThat(Crossings.of(observations)).as("round %d", round).isEqualTo(expected);
    }
  }
}
