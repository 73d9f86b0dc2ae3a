package dev.influx.validator.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.xuser.UserReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns an author of a file back into what was observed, as gates want it. */
final class Observation {
  /** Gates look at what was seen, and not at the bytes that it was read from. */
  private static final Sha256 NOT_LOOKED_AT = new Sha256(new byte[32]);

  private final FileOrigin origin;

  Observation(FileOrigin origin) {
    this.origin = origin;
  }

  RawProfile of(Shape shape, JsonNode author, UserReading.Author read, long line) {
    Profile profile = read.profile();
    boolean hidden = Boolean.TRUE.equals(profile.getProtected$());
    Instant at = instant(seenAt(shape, author));
    return RawProfile.newBuilder()
        .setId(read.id())
        .setFetchedAt(at == null ? origin.asOf() : at)
        .setAvailability(hidden ? Availability.PROTECTED : Availability.AVAILABLE)
        .setProfile(profile)
        .setProvenance(provenance(line))
        .setSources(shape == Shape.USER ? List.of(fileSource(line)) : sources(author.path("meta")))
        .build();
  }

  private static JsonNode seenAt(Shape shape, JsonNode author) {
    return shape == Shape.USER
        ? author.path("fetched_at")
        : author.path("meta").path("last_refresh_at");
  }

  private Source fileSource(long line) {
    return new Source("file", origin.asOf(), origin.uri() + "#L" + line);
  }

  private Provenance provenance(long line) {
    return Provenance.newBuilder()
        .setKind(SourceKind.IMPORT)
        .setEndpoint(origin.file())
        .setAnswerSha256(NOT_LOOKED_AT)
        .setLine(line)
        .build();
  }

  /** A source without a time or evidence is none. */
  private static List<Source> sources(JsonNode meta) {
    List<Source> sources = new ArrayList<>();
    for (JsonNode source : meta.path("sources")) {
      Instant at = instant(source.path("fetched_at"));
      String method = source.path("method").textValue();
      String evidence = source.path("evidence").textValue();
      if (at != null && method != null && evidence != null) {
        sources.add(new Source(method, at, evidence));
      }
    }
    return sources;
  }

  private static Instant instant(JsonNode text) {
    try {
      return text.isTextual() ? Instant.parse(text.textValue()) : null;
    } catch (DateTimeException e) {
      // The schema says so.
      return null;
    }
  }
}
