package dev.influx.validator.claims;

import static dev.influx.validator.claims.TestingProfiles.at;
import static dev.influx.validator.claims.TestingProfiles.gone;
import static dev.influx.validator.claims.TestingProfiles.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

  @Test
  void anObservationClaimsHandleSecondAndNumbers() {
    RawProfile seen =
        seen(
            "44196397",
            9,
            profile ->
                profile
                    .setHandle("ElonMusk")
                    .setCreatedAt(Instant.parse("2009-06-02T20:12:29.999Z"))
                    .setFollowingCount(126L)
                    .setTweetCount(16_475L)
                    .setListedCount(6_894L)
                    .setLikesGiven(154_821L)
                    .setMediaCount(1_321L));

    assertThat(Claim.of(seen))
        .containsExactly(
            new Claim("44196397", "handle:elonmusk", at(9)),
            new Claim("44196397", "created:1243973549", at(9)),
            new Claim("44196397", "numbers:126/16475/6894/154821/1321", at(9)));
  }

  @Test
  void whoIsGoneClaimsNothing() {
    assertThat(Claim.of(gone("1", 9))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "12a", "-1", "1\u00002", "\u0661"})
  void whatIsNoIdClaimsNothing(String id) {
    assertThat(Claim.of(seen(id, 9, profile -> profile))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a\u0000b", "\u00fcber", "a:b", "a/b"})
  void whatIsNoHandleIsNotClaimed(String handle) {
    assertThat(kinds(profile -> profile.setHandle(handle)))
        .containsExactly(Kind.CREATED, Kind.NUMBERS);
  }

  static List<UnaryOperator<Profile.Builder>> numbersThatDoNotTell() {
    return List.of(
        profile -> profile.setTweetCount(99L),
        profile -> profile.setTweetCount(null),
        profile -> profile.setFollowingCount(null),
        profile -> profile.setListedCount(null),
        profile -> profile.setLikesGiven(null),
        profile -> profile.setMediaCount(null));
  }

  @ParameterizedTest
  @MethodSource("numbersThatDoNotTell")
  void numbersAreClaimedOnlyWhenAllAreKnownAndTheyTellSomething(
      UnaryOperator<Profile.Builder> change) {
    assertThat(kinds(change)).containsExactly(Kind.HANDLE, Kind.CREATED);
  }

  @Test
  void anUnknownDayOfCreationIsNotClaimed() {
    assertThat(kinds(profile -> profile.setCreatedAt(null)))
        .containsExactly(Kind.HANDLE, Kind.NUMBERS);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, -1",
    "9, 10, -1",
    "10, 9, 1",
    "7, 7, 0",
    "007, 8, -1",
    "7, 07, -1",
    "0, 1, -1"
  })
  void idsAreInTheOrderOfNumbers(String a, String b, int order) {
    assertThat(Integer.signum(Ids.compare(a, b))).isEqualTo(order);
    assertThat(Integer.signum(Ids.compare(b, a))).isEqualTo(-order);
  }

  @Test
  void theLaterClaimIsTheNewerAndThenTheGreaterId() {
    Claim claim = new Claim("9", "handle:a", at(5));

    assertThat(claim.isNewerThan(new Claim("10", "handle:a", at(4)))).isTrue();
    assertThat(claim.isNewerThan(new Claim("10", "handle:a", at(5)))).isFalse();
    assertThat(claim.isNewerThan(new Claim("8", "handle:a", at(5)))).isTrue();
  }

  private static List<Kind> kinds(UnaryOperator<Profile.Builder> change) {
    return Claim.of(seen("1", 9, change)).stream().map(Claim::kind).toList();
  }
}
