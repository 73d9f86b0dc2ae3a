package dev.influx.validator.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.published.ProvenanceHash;
import dev.influx.schemas.published.ProvenanceHash.Cited;
import dev.influx.schemas.published.ProvenanceHash.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes the provenance hash of a record again. */
final class ProvenanceCheck {
  private static final String WHERE = "/meta/provenance_hash";

  private ProvenanceCheck() {}

  /** Nothing where there is no hash: that is for the schema to say. */
  static Optional<Fault> check(JsonNode author, long line, String id) {
    String stated = author.path("meta").path("provenance_hash").textValue();
    if (stated == null) {
      return Optional.empty();
    }
    String computed = ProvenanceHash.of(facts(author));
    return computed.equals(stated)
        ? Optional.empty()
        : Optional.of(
            Code.PROVENANCE_HASH.at(
                line, id, WHERE, "who the author is and the sources hash to " + computed));
  }

  private static Facts facts(JsonNode author) {
    JsonNode followers = author.path("followers_count");
    return new Facts(
        author.path("id").textValue(),
        author.path("handle").textValue(),
        author.path("name").textValue(),
        author.path("verified").textValue(),
        followers.isIntegralNumber() && followers.canConvertToLong() ? followers.longValue() : null,
        sources(author.path("meta").path("sources")));
  }

  private static List<Cited> sources(JsonNode array) {
    List<Cited> sources = new ArrayList<>();
    for (JsonNode source : array) {
      sources.add(
          new Cited(
              source.path("method").textValue(),
              source.path("fetched_at").textValue(),
              source.path("evidence").textValue()));
    }
    return sources;
  }
}
