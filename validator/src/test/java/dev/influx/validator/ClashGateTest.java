package dev.influx.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Finding;
import dev.influx.schemas.RawProfile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClashGateTest {
  private static final Policy POLICY = Policies.bundled().find("m0").orElseThrow();

  @Test
  void whoeverSharesNothingIsAccepted() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void aFindingSaysWhatIsSharedAndWithWhom() {
    assertThat(
            findings(
                new Clash("handle:elonmusk", "123"),
                new Clash("created:1243973549", "783214"),
                new Clash("numbers:126/16475/6894/154821/1321", "7")))
        .containsExactly(
            new Finding(
                "handle_reassigned", "identity.handle", "@ElonMusk is held by id 123, seen later"),
            new Finding(
                "copied_metrics",
                "copies.same_second",
                "created in the same second (2009-06-02T20:12:29Z) as id 783214"),
            new Finding(
                "copied_metrics",
                "copies.numbers",
                "the same numbers (following 126, tweets 16475, listed 6894, likes 154821, media"
                    + " 1321) as id 7"));
  }

  @Test
  void aFingerprintOfNoKnownKindIsNotPassedOver() {
    assertThatThrownBy(() -> findings(new Clash("shoe-size:44", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shoe-size:44");
  }

  private static List<Finding> findings(Clash... clashes) {
    return Gates.of(POLICY)
        .judge(observation(), List.of(clashes))
        .fold(flags -> flags, findings -> findings);
  }

  private static RawProfile observation() {
    return TestingAuthors.observation(
            TestingAuthors.profile()
                .setHandle("ElonMusk")
                .setCreatedAt(Instant.parse("2009-06-02T20:12:29Z"))
                .setFollowingCount(126L)
                .setTweetCount(16_475L)
                .setListedCount(6_894L)
                .setLikesGiven(154_821L)
                .setMediaCount(1_321L)
                .build())
        .setId("44196397")
        .build();
  }
}
