package dev.influx.validator;

import static dev.influx.validator.TestingAuthors.POLICY;
import static dev.influx.validator.TestingAuthors.codes;
import static dev.influx.validator.TestingAuthors.findings;
import static dev.influx.validator.TestingAuthors.judge;
import static dev.influx.validator.TestingAuthors.observation;
import static dev.influx.validator.TestingAuthors.observed;
import static dev.influx.validator.TestingAuthors.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Affiliation;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatesTest {

  @Test
  void anAuthorWithNothingAgainstHerPassesWithoutFlags() {
    assertThat(judge(observed(profile -> profile))).isEqualTo(new Verdict.Accepted(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "blue, 30001, true",
    "blue, 29999, false",
    "none, 49999, false",
    "none, 50001, true",
    ", 49999, false",
    ", 50001, true",
    "'', 30001, false"
  })
  void aBadgeLowersTheEntryThreshold(String verifiedType, long followers, boolean accepted) {
    RawProfile author =
        observed(profile -> profile.setVerifiedType(verifiedType).setFollowersCount(followers));
    assertThat(codes(author).isEmpty()).isEqualTo(accepted);
  }

  @Test
  void aRejectionSaysWhatWouldHaveToChange() {
    RawProfile author =
        observed(profile -> profile.setVerifiedType("none").setFollowersCount(37_588L));
    assertThat(findings(author))
        .containsExactly(
            new Finding(
                "below_entry_threshold",
                "entry.min_followers",
                "12,412 followers short of the entry threshold"));
  }

  @Test
  void anUnknownNumberIsNotTakenForZeroNorForEnough() {
    assertThat(findings(observed(profile -> profile.setFollowersCount(null))))
        .extracting(Finding::getEvidence)
        .containsExactly("number of followers unknown");
  }

  @ParameterizedTest
  @EnumSource(value = Availability.class, mode = EnumSource.Mode.EXCLUDE, names = "AVAILABLE")
  void whoIsGoneIsNotInTheList(Availability availability) {
    assertThat(codes(observation(null).setAvailability(availability).build()))
        .containsExactly("unavailable_" + availability.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void aProfileMaySayThatItIsNotForEveryone() {
    assertThat(codes(observed(profile -> profile.setProtected$(true))))
        .containsExactly("unavailable_protected");
    assertThat(findings(observed(profile -> profile.setWithheldIn(List.of("DE", "TR")))))
        .containsExactly(
            new Finding(
                "unavailable_withheld",
                "availability",
                "withheld in DE, TR as of 2025-11-28T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"business, organization", "government, 'organization,official_account'"})
  void someBadgesDecideAlone(String badge, String codes) {
    assertThat(codes(observed(profile -> profile.setVerifiedType(badge))))
        .isEqualTo(List.of(codes.split(",", -1)));
  }

  @Test
  void evidenceOfAnOrganisationAddsUpAndIsShown() {
    RawProfile author =
        observed(
            profile ->
                profile
                    .setHandle("KelvinworksHQ")
                    .setName("Kelvinworks")
                    .setDescription("We help farmers sell heat. Follow us!"));
    assertThat(findings(author))
        .containsExactly(
            new Finding(
                "organization",
                "organizations@1.handle_word+we+we_do",
                "handle: \"hq\", \"kelvinworkshq\"; bio: \"we\"; bio: \"we help\", \"follow us\";"
                    + " weighs 1.55"));
  }

  @Test
  void whatAPersonSaysCountsAgainstIt() {
    RawProfile author =
        observed(
            profile -> profile.setDescription("CEO at Kelvinworks. We help farmers. My views."));
    assertThat(codes(author)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "GitHub", "NASA", "nytimes"})
  void aKnownOrganisationNeedsNoBadgeAndNoWords(String handle) {
    assertThat(
            codes(
                observed(profile -> profile.setHandle(handle).setName(handle).setDescription(""))))
        .containsExactly("organization");
  }

  @Test
  void anAffiliationWithItselfIsAnOrganisation() {
    assertThat(codes(affiliatedWith(observed(profile -> profile).getId())))
        .containsExactly("organization");
    assertThat(codes(affiliatedWith("7"))).isEmpty();
  }

  private static RawProfile affiliatedWith(String id) {
    Affiliation affiliation = new Affiliation("Kelvinworks", null, List.of(id));
    return observed(profile -> profile.setName("Kelvinworks").setAffiliation(affiliation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"test_anna", "mock_1", "FIXTURE_a", "sample_x", "Tmp_x"})
  void handlesOfTestsAreNotReal(String handle) {
    assertThat(codes(observed(profile -> profile.setHandle(handle)))).containsExactly("not_real");
  }

  @Test
  void simulatedAuthorsAreRefusedUnlessThePolicyAllowsThem() {
    RawProfile simulated =
        observation(profile().build())
            .setProvenance(TestingAuthors.from(SourceKind.SIMULATOR))
            .build();

    assertThat(codes(simulated)).containsExactly("not_real");
    assertThat(Gates.of(POLICY.allowingSimulated()).judge(simulated, List.of()))
        .isEqualTo(new Verdict.Accepted(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.com/i/lists/1, true",
    "file:authors.jsonl#L12, true",
    "file:///home/a/authors.jsonl#L1, true",
    "file:authors.jsonl, false",
    "file:authors.jsonl#L, false",
    "file:#L1, false",
    "filesystem:authors.jsonl#L1, false",
    "http://x.com/i/lists/1, false",
    "https:, false",
    "https://, false",
    "'https://x.com/a b', false",
    "x.com/i/lists/1, false",
    "'', false"
  })
  void anAuthorNeedsASourceThatAnyoneCanOpen(String evidence, boolean enough) {
    RawProfile author =
        observation(profile().build())
            .setSources(List.of(new Source("list", TestingAuthors.SEEN, evidence)))
            .build();
    assertThat(codes(author)).isEqualTo(enough ? List.of() : List.of("missing_evidence"));
  }

  @Test
  void aSourceWithoutMethodIsNone() {
    Source source = new Source(" ", TestingAuthors.SEEN, "https://x.com/i/lists/1");
    assertThat(codes(observation(profile().build()).setSources(List.of(source)).build()))
        .containsExactly("missing_evidence");
    assertThat(findings(observation(profile().build()).setSources(List.of()).build()))
        .extracting(Finding::getEvidence)
        .containsExactly("no source at all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "sixteen_letters_", "é", "a-b", "@a"})
  void handlesHaveTheFormThatXGivesThem(String handle) {
    assertThat(codes(observed(profile -> profile.setHandle(handle)))).contains("bad_identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12a", "12345678901234567890", "-1", "１２"})
  void idsHaveTheFormThatXGivesThem(String id) {
    assertThat(codes(observation(profile().build()).setId(id).build()))
        .containsExactly("inauthentic", "bad_identity");
  }

  @Test
  void anAuthorHasAName() {
    assertThat(codes(observed(profile -> profile.setName(" ")))).containsExactly("bad_identity");
    assertThat(codes(observed(profile -> profile.setName(null)))).containsExactly("bad_identity");
  }

  @Test
  void allFindingsAreReportedNotOnlyTheFirst() {
    Profile profile =
        profile().setVerifiedType("business").setFollowersCount(3L).setHandle("mock_press").build();
    RawProfile author =
        observation(profile)
            .setId("0")
            .setSources(List.of())
            .setAvailability(Availability.PROTECTED)
            .build();
    assertThat(codes(author))
        .containsExactly(
            "below_entry_threshold",
            "organization",
            "inauthentic",
            "not_real",
            "missing_evidence",
            "unavailable_protected");
  }
}
