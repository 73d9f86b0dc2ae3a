package dev.influx.harvester.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Availability;
import dev.influx.schemas.ComplianceAction;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.SourceKind;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplianceEventsTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final ResultFile FILE =
      new ResultFile(
          "result.jsonl",
          URI.create("file:///r/result.jsonl"),
          new Sha256(new byte[32]),
          NOON.plusSeconds(5));

  @ParameterizedTest
  @CsvSource({
    "DELETED, DELETED",
    "SUSPENDED, SUSPENDED",
    "PROTECTED, PROTECTED",
    "DEACTIVATED, DELETED"
  })
  void whoIsGoneIsSaidToBeWithTheLineThatSaysSo(Reason reason, Availability availability) {
    RawProfile gone =
        ComplianceEvents.gone(new ResultLine.Listed("7", reason, 12), FILE).orElseThrow();

    assertThat(gone.getAvailability()).isEqualTo(availability);
    assertThat(gone.getFetchedAt()).isEqualTo(FILE.asOf());
    assertThat(gone.getProfile()).isNull();
    assertThat(gone.getProvenance().getKind()).isEqualTo(SourceKind.IMPORT);
    assertThat(gone.getProvenance().getAnswerSha256()).isEqualTo(FILE.sha256());
    assertThat(gone.getProvenance().getLine()).isEqualTo(12);
    assertThat(gone.getSources())
        .extracting(source -> source.getEvidence())
        .containsExactly("file:///r/result.jsonl#L12");
  }

  @Test
  void ofAPlaceOnlyThePlaceIsTaken() {
    ResultLine.Listed listed = new ResultLine.Listed("7", Reason.SCRUB_GEO, 12);
    RawProfile last = seen("Pier 9");

    RawProfile scrubbed = ComplianceEvents.withoutLocation(last, listed, FILE).orElseThrow();

    assertThat(ComplianceEvents.gone(listed, FILE)).isEmpty();
    assertThat(scrubbed.getProfile()).isEqualTo(seen(null).getProfile());
    assertThat(scrubbed.getRaw()).isNull();
    assertThat(scrubbed.getFetchedAt()).isEqualTo(NOON.plusMillis(1));
    assertThat(scrubbed.getProvenance().getLine()).isEqualTo(12);
    assertThat(scrubbed.getDomain()).isEqualTo("ai_research");
    assertThat(ComplianceEvents.withoutLocation(scrubbed, listed, FILE)).isEmpty();
  }

  @Test
  void whoIsForgottenIsSaidToBeWithoutRepeatingTheRequest() {
    ComplianceRequest request =
        ComplianceRequest.newBuilder()
            .setId("7")
            .setAction(ComplianceAction.FORGET)
            .setRequestedAt(NOON)
            .setDeadline(NOON.plus(Duration.ofHours(24)))
            .setReason("a letter from @somebody")
            .build();

    RawProfile forgotten = ComplianceEvents.forgotten(request, NOON);

    assertThat(forgotten.getAvailability()).isEqualTo(Availability.FORGOTTEN);
    assertThat(forgotten.getProvenance().getKind()).isEqualTo(SourceKind.OPERATOR);
    assertThat(forgotten.toString()).doesNotContain("somebody", "letter");
    assertThat(forgotten.getProvenance().getAnswerSha256())
        .isNotEqualTo(
            ComplianceEvents.forgotten(
                    ComplianceRequest.newBuilder(request).setReason("another").build(), NOON)
                .getProvenance()
                .getAnswerSha256());
  }

  private static RawProfile seen(String location) {
    return RawProfile.newBuilder()
        .setId("7")
        .setFetchedAt(NOON)
        .setAvailability(Availability.AVAILABLE)
        .setDomain("ai_research")
        .setProfile(
            Profile.newBuilder()
                .setHandle("somebody")
                .setLocation(location)
                .setFollowersCount(9L)
                .build())
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of())
        .setRaw(ByteBuffer.wrap(new byte[] {1}))
        .build();
  }
}
