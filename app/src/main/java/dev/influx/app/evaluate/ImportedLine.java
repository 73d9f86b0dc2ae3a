package dev.influx.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.xuser.FileEvidence;
import dev.influx.schemas.xuser.UserReading;
import java.time.format.DateTimeParseException;

/** A line of a file as the source of observations. */
public record ImportedLine(Origin origin, FileEvidence evidence) {

  public static ImportedLine of(Origin origin, long number, byte[] bytes, int from, int length) {
    LineDigest digest = new LineDigest(bytes, from, length);
    return new ImportedLine(origin, new FileEvidence(origin.file(), origin.uri(), number, digest));
  }

  long number() {
    return evidence.line();
  }

  /**
   * What the line says of an author, with what people added to the user object of X.
   *
   * @throws DateTimeParseException if {@code fetched_at} is there and is no instant
   */
  public RawProfile observation(UserReading.Author author, JsonNode user) {
    return evidence.observation(author, user, origin.seenAt(user)).build();
  }
}
