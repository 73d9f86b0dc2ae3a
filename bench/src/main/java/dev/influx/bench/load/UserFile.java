package dev.influx.bench.load;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.influx.simulator.world.Biography;
import dev.influx.simulator.world.Metrics;
import dev.influx.simulator.world.SimulatedAuthor;
import dev.influx.simulator.world.SimulatedAuthor.Badge;
import dev.influx.simulator.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The authors of a synthetic world as a file of X user objects, one a line. */
public record UserFile(long seed, int users) {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  /** The same seed and number give the same bytes. */
  public void writeTo(OutputStream out) throws IOException {
    World world = World.of(seed, users);
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      for (int index = 0; index < users; index++) {
        write(world.author(index, World.START), json);
      }
      json.writeRaw('\n');
    }
  }

  private static void write(SimulatedAuthor author, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", author.id());
    json.writeStringField("username", author.handle());
    json.writeStringField("name", author.name());
    json.writeStringField("description", author.biography().text());
    json.writeStringField("created_at", time(author.createdAt()));
    optional("location", author.location(), json);
    optional("url", author.page().map(Biography.Link::url), json);
    optional("profile_image_url", everyOther(author).map(SimulatedAuthor::imageUrl), json);
    optional("pinned_tweet_id", author.pinnedPostId(), json);
    if (author.protectedAccount()) {
      json.writeBooleanField("protected", true);
    }
    json.writeBooleanField("verified", author.badge() != Badge.NONE);
    json.writeStringField("verified_type", author.badge().wire());
    metrics(author.metrics(), json);
    optional("domain", everyOther(author).map(SimulatedAuthor::domain), json);
    json.writeEndObject();
  }

  private static void metrics(Metrics metrics, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("public_metrics");
    json.writeNumberField("followers_count", metrics.followers());
    json.writeNumberField("following_count", metrics.following());
    json.writeNumberField("tweet_count", metrics.posts());
    json.writeNumberField("listed_count", metrics.listed());
    if (metrics.likes().isPresent()) {
      json.writeNumberField("like_count", metrics.likes().getAsLong());
    }
    if (metrics.media().isPresent()) {
      json.writeNumberField("media_count", metrics.media().getAsLong());
    }
    json.writeEndObject();
  }

  private static void optional(String name, Optional<String> value, JsonGenerator json)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  /** What was not asked for, or not curated: a line then has the size of a real one. */
  private static Optional<SimulatedAuthor> everyOther(SimulatedAuthor author) {
    return Optional.of(author).filter(each -> each.index() % 2 == 0);
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
  }
}
