package dev.influx.validator;

import static dev.influx.validator.TestingAuthors.codes;
import static dev.influx.validator.TestingAuthors.findings;
import static dev.influx.validator.TestingAuthors.idOf;
import static dev.influx.validator.TestingAuthors.observation;
import static dev.influx.validator.TestingAuthors.observed;
import static dev.influx.validator.TestingAuthors.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticityTest {
  private static final Instant MADE = Instant.parse("2020-06-01T12:34:56Z");

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "60, true",
    "-60, true",
    "74, true",
    "600, true",
    "601, false",
    "-86400, false"
  })
  void aSnowflakeHoldsTheTimeOfItsMaking(long secondsOff, boolean authentic) {
    assertThat(codes(made(idOf(MADE.minusSeconds(secondsOff)), MADE)).isEmpty())
        .isEqualTo(authentic);
  }

  @ParameterizedTest
  @CsvSource({
    // The curve has points at both ids, so that only the tolerance counts.
    "44196397, 2009-06-02T20:12:29Z, true",
    "44196397, 2009-06-03T20:12:29Z, true",
    "44196397, 2009-04-24T06:47:50Z, false",
    "2244994945, 2013-12-14T04:35:55Z, true",
    "2244994945, 2014-01-10T04:35:55Z, true",
    "2244994945, 2014-03-14T04:35:55Z, false",
    // Off the curve nothing is said.
    "5000000001, 2009-01-01T01:01:01Z, true",
    "11, 2012-01-01T01:01:01Z, true"
  })
  void aSequentialIdLiesNearTheCurve(String id, Instant made, boolean authentic) {
    assertThat(codes(made(id, made)).isEmpty()).isEqualTo(authentic);
  }

  @Test
  void betweenFarPointsADateOffTheLineIsPossible() {
    // Made-up dates near the ends of the gap from 1703292325 (2013-08-27) to 2244340904
    // (2013-12-13).
    assertThat(codes(made("1900000000", Instant.parse("2013-12-12T01:02:03Z")))).isEmpty();
    assertThat(codes(made("1900000000", Instant.parse("2014-02-12T01:02:03Z"))))
        .containsExactly("inauthentic");
  }

  @Test
  void withoutADateNothingIsSaidOfTheId() {
    assertThat(codes(observed(profile -> profile.setCreatedAt(null)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, placeholder_id",
    "0044196397, placeholder_id",
    "1234567890123, placeholder_id",
    "1234567890123456789, placeholder_id",
    "12345678901234567890, malformed_id",
    "12e4, malformed_id"
  })
  void idsThatNobodyHas(String id, String rule) {
    assertThat(findings(observation(profile().setCreatedAt(null).build()).setId(id).build()))
        .filteredOn(finding -> finding.getCode().equals("inauthentic"))
        .extracting(Finding::getRule)
        .containsExactly("authenticity." + rule);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-28T00:00:01Z, future",
    "2006-03-20T11:11:11Z, before_x",
    "2014-05-05T00:00:00Z, midnight"
  })
  void datesOnWhichNoAccountWasMade(Instant made, String rule) {
    assertThat(findings(made("5000000001", made)))
        .extracting(Finding::getRule)
        .containsExactly("authenticity." + rule);
  }

  @Test
  void manyFollowersAndNoList() {
    assertThat(codes(observed(profile -> profile.setListedCount(0L))))
        .containsExactly("inauthentic");
    assertThat(codes(observed(profile -> profile.setListedCount(1L)))).isEmpty();
    assertThat(codes(observed(profile -> profile.setListedCount(null)))).isEmpty();
  }

  @Test
  void threeRoundNumbers() {
    Profile.Builder two =
        profile().setFollowersCount(60_000L).setTweetCount(1_200L).setMediaCount(0L);
    assertThat(codes(observation(two.build()).build())).isEmpty();
    assertThat(codes(observation(two.setFollowingCount(300L).build()).build()))
        .containsExactly("inauthentic");
  }

  @Test
  void digitsThatCountUpOrDownAreADoubtAndManyOfThemAreMore() {
    assertThat(codes(observed(profile -> profile.setFollowersCount(123_456L)))).isEmpty();
    assertThat(codes(observed(profile -> profile.setListedCount(9_876L)))).isEmpty();
    assertThat(
            codes(observed(profile -> profile.setFollowersCount(123_456L).setListedCount(9_876L))))
        .containsExactly("inauthentic");
  }

  private static RawProfile made(String id, Instant made) {
    return observation(profile().setCreatedAt(made).build()).setId(id).build();
  }
}
