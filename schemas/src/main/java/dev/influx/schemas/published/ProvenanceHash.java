package dev.influx.schemas.published;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Source;
import dev.influx.schemas.xuser.Badge;
import java.io.IOException;
import java.util.List;

/**
 * The hash that ties who an author is to the sources that say so: SHA-256, in lower-case hex, over
 * the canonical JSON of {@code followers_count handle id name sources verified} as they are
 * published.
 *
 * <p>Canonical is RFC 8785 (keys sorted, no blanks, UTF-8), with the one addition that {@link
 * JsonText} names. Sources keep their order; their keys are {@code evidence fetched_at method}.
 */
public final class ProvenanceHash {
  private ProvenanceHash() {}

  /** What is hashed, whether it comes from a topic or from a published line; null is unknown. */
  public record Facts(
      String id,
      String handle,
      String name,
      String verified,
      Long followersCount,
      List<Cited> sources) {

    public Facts {
      sources = List.copyOf(sources);
    }

    public static Facts of(ScoredProfile author) {
      return new Facts(
          author.getId(),
          author.getProfile().getHandle(),
          author.getProfile().getName(),
          Badge.of(author.getProfile()).code(),
          author.getProfile().getFollowersCount(),
          author.getSources().stream().map(Cited::of).toList());
    }
  }

  /** A source as it is published: its time is a text, which may be written in more than one way. */
  public record Cited(String method, String fetchedAt, String evidence) {
    private static Cited of(Source source) {
      return new Cited(source.getMethod(), source.getFetchedAt().toString(), source.getEvidence());
    }
  }

  /** 64 hexadecimal digits. */
  public static String of(Facts facts) {
    return Sha256Hex.of(canonical(facts));
  }

  static byte[] canonical(Facts facts) {
    return JsonText.write(json -> write(facts, json));
  }

  private static void write(Facts facts, JsonGenerator json) throws IOException {
    JsonFields fields = new JsonFields(json);
    json.writeStartObject();
    fields.count("followers_count", facts.followersCount());
    fields.text("handle", facts.handle()).text("id", facts.id()).text("name", facts.name());
    json.writeArrayFieldStart("sources");
    for (Cited source : facts.sources()) {
      json.writeStartObject();
      fields.text("evidence", source.evidence()).text("fetched_at", source.fetchedAt());
      fields.text("method", source.method()).end();
    }
    json.writeEndArray();
    fields.text("verified", facts.verified()).end();
  }
}
