package dev.influx.validator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.SourceKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {
  private static final Policy POLICY = Policies.bundled().find("m0").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "blue, 30000, true", "blue, 29999, false", "business, 30000, true", "none, 49999, false",
    "none, 50000, true", ", 49999, false", ", 50000, true", "'', 30000, false"
  })
  void aBadgeLowersTheEntryThreshold(String verifiedType, long followers, boolean accepted) {
    assertThat(findings(profile(verifiedType, followers)).isEmpty()).isEqualTo(accepted);
  }

  @Test
  void aRejectionSaysWhatWouldHaveToChange() {
    assertThat(findings(profile("none", 37_588L)))
        .containsExactly(
            new Finding(
                "below_entry_threshold",
                "entry.min_followers",
                "12,412 followers short of the entry threshold"));
  }

  @Test
  void anUnknownNumberIsNotTakenForZeroNorForEnough() {
    assertThat(findings(profile("blue", null)))
        .extracting(Finding::getEvidence)
        .containsExactly("number of followers unknown");
  }

  @ParameterizedTest
  @EnumSource(value = Availability.class, mode = EnumSource.Mode.EXCLUDE, names = "AVAILABLE")
  void whoCannotBeSeenIsNotInTheList(Availability availability) {
    assertThat(findings(observation(availability, null)))
        .extracting(Finding::getCode)
        .containsExactly("unavailable_" + availability.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void allFindingsAreReportedNotOnlyTheFirst() {
    RawProfile hidden = observation(Availability.PROTECTED, profileOf("none", 3L));

    assertThat(findings(hidden))
        .extracting(Finding::getCode)
        .containsExactly("unavailable_protected", "below_entry_threshold");
  }

  private static List<Finding> findings(RawProfile observation) {
    return Gates.judge(observation, List.of(), POLICY)
        .fold(flags -> List.of(), findings -> findings);
  }

  private static RawProfile profile(String verifiedType, Long followers) {
    return observation(Availability.AVAILABLE, profileOf(verifiedType, followers));
  }

  private static Profile profileOf(String verifiedType, Long followers) {
    return Profile.newBuilder()
        .setHandle("a")
        .setVerifiedType(verifiedType)
        .setFollowersCount(followers)
        .build();
  }

  private static RawProfile observation(Availability availability, Profile profile) {
    return RawProfile.newBuilder()
        .setId("1")
        .setFetchedAt(Instant.EPOCH)
        .setAvailability(availability)
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
