package dev.influx.schemas.xuser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file that shows users.
 *
 * @param file as it was named
 * @param uri where anyone can open it
 * @param line from 1
 * @param digest of the line, or of the whole file
 */
public record FileEvidence(String file, String uri, long line, Sha256 digest) {

  /** What is shown of an author, with what people added to the user object of X. */
  public RawProfile.Builder observation(
      UserReading.Author author, JsonNode user, Instant fetchedAt) {
    boolean hidden = Boolean.TRUE.equals(author.profile().getProtected$());
    return RawProfile.newBuilder()
        .setId(author.id())
        .setFetchedAt(fetchedAt)
        .setAvailability(hidden ? Availability.PROTECTED : Availability.AVAILABLE)
        .setProfile(author.profile())
        .setDomain(user.path("domain").textValue())
        .setTopicTags(tags(user.path("topic_tags")))
        .setProvenance(provenance())
        .setSources(List.of(new Source("file", fetchedAt, uri + "#L" + line)));
  }

  private Provenance provenance() {
    return Provenance.newBuilder()
        .setKind(SourceKind.IMPORT)
        .setEndpoint(file)
        .setAnswerSha256(digest)
        .setLine(line)
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
