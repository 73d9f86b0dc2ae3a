package dev.influx.harvester.compliance;

import dev.influx.schemas.Availability;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.SourceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the raw topic is told when an author is to be removed, in whole or in part. */
public final class ComplianceEvents {
  private ComplianceEvents() {}

  /**
   * The author is forgotten for good. The event proves the request by its hash, and repeats nothing
   * of it: the raw topic is kept for ever.
   */
  public static RawProfile forgotten(ComplianceRequest request, Instant at) {
    return RawProfile.newBuilder()
        .setId(request.getId())
        .setFetchedAt(at)
        .setAvailability(Availability.FORGOTTEN)
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.OPERATOR)
                .setEndpoint("influx forget")
                .setAnswerSha256(digest(request))
                .build())
        .setSources(List.of())
        .build();
  }

  /** The author is gone, until seen again; empty for a reason for which authors stay. */
  public static Optional<RawProfile> gone(ResultLine.Listed listed, ResultFile file) {
    return listed
        .reason()
        .availability()
        .map(
            why ->
                RawProfile.newBuilder()
                    .setId(listed.id())
                    .setFetchedAt(file.asOf())
                    .setAvailability(why)
                    .setProvenance(file.provenance(listed.line()))
                    .setSources(List.of(file.source(listed.line())))
                    .build());
  }

  /**
   * The last observation without the place; empty where none was known. It is newer than what it
   * replaces by the least there is: nothing else was observed, so the numbers keep their time.
   */
  public static Optional<RawProfile> withoutLocation(
      RawProfile last, ResultLine.Listed listed, ResultFile file) {
    return Optional.ofNullable(last.getProfile())
        .filter(profile -> profile.getLocation() != null)
        .map(profile -> Profile.newBuilder(profile).setLocation(null).build())
        .map(
            profile ->
                RawProfile.newBuilder(last)
                    .setFetchedAt(last.getFetchedAt().plusMillis(1))
                    .setProfile(profile)
                    .setProvenance(file.provenance(listed.line()))
                    .setRaw(null)
                    .build());
  }

  private static Sha256 digest(ComplianceRequest request) {
    try {
      ByteBuffer bytes = request.toByteBuffer();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return new Sha256(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("a request in memory can always be written", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
