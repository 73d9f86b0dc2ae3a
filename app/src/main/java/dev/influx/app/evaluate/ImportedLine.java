package dev.influx.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.xuser.UserReading;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** A line of a file as the source of observations. */
public record ImportedLine(Origin origin, long number, Sha256 digest) {

  public static ImportedLine of(Origin origin, long number, byte[] bytes, int from, int length) {
    return new ImportedLine(origin, number, new LineDigest(bytes, from, length));
  }

  /**
   * What the line says of an author, with what people added to the user object of X.
   *
   * @throws DateTimeParseException if {@code fetched_at} is there and is no instant
   */
  public RawProfile observation(UserReading.Author author, JsonNode user) {
    Instant fetchedAt = origin.seenAt(user);
    boolean hidden = Boolean.TRUE.equals(author.profile().getProtected$());
    return RawProfile.newBuilder()
        .setId(author.id())
        .setFetchedAt(fetchedAt)
        .setAvailability(hidden ? Availability.PROTECTED : Availability.AVAILABLE)
        .setProfile(author.profile())
        .setDomain(user.path("domain").textValue())
        .setTopicTags(tags(user.path("topic_tags")))
        .setProvenance(provenance())
        .setSources(List.of(new Source("file", fetchedAt, origin.uri() + "#L" + number)))
        .build();
  }

  private Provenance provenance() {
    return Provenance.newBuilder()
        .setKind(SourceKind.IMPORT)
        .setEndpoint(origin.file())
        .setAnswerSha256(digest)
        .setLine(number)
        .build();
  }

  private static List<String> tags(JsonNode array) {
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : array) {
      if (tag.isTextual()) {
        tags.add(tag.textValue());
      }
    }
    return tags;
  }
}
