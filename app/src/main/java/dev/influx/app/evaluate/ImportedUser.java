package dev.influx.app.evaluate;

import dev.influx.schemas.Availability;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.xuser.UserReading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Turns a user object that was read from a file into an observation with its source. */
final class ImportedUser {
  private ImportedUser() {}

  static RawProfile observation(
      UserReading.Author author, String domain, Origin origin, String line, long number) {
    boolean hidden = Boolean.TRUE.equals(author.profile().getProtected$());
    return RawProfile.newBuilder()
        .setId(author.id())
        .setFetchedAt(origin.asOf())
        .setAvailability(hidden ? Availability.PROTECTED : Availability.AVAILABLE)
        .setProfile(author.profile())
        .setDomain(domain)
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.IMPORT)
                .setEndpoint(origin.file())
                .setAnswerSha256(sha256(line))
                .setLine(number)
                .build())
        .setSources(List.of(new Source("file", origin.asOf(), origin.uri() + "#L" + number)))
        .build();
  }

  private static Sha256 sha256(String line) {
    try {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      return new Sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
