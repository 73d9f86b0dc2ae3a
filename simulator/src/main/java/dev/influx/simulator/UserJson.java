package dev.influx.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.simulator.population.SimulatedUser;
import dev.influx.simulator.users.FileUser;
import dev.influx.simulator.world.Biography;
import dev.influx.simulator.world.Biography.Link;
import dev.influx.simulator.world.Biography.Span;
import dev.influx.simulator.world.Metrics;
import dev.influx.simulator.world.SimulatedAuthor;
import dev.influx.simulator.world.SimulatedAuthor.Affiliation;
import dev.influx.simulator.world.SimulatedAuthor.Badge;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes an author as a user object. Empty parts are left out, but for an empty description. */
final class UserJson {

  private static final int FOLLOWERS_PER_VERIFIED_FOLLOWER = 12;

  private final JsonGenerator json;
  private final Set<UserField> fields;
  private final Dialect dialect;

  UserJson(JsonGenerator json, Set<UserField> fields, Dialect dialect) {
    this.json = json;
    this.fields = fields;
    this.dialect = dialect;
  }

  void write(SimulatedUser user) throws IOException {
    if (user instanceof FileUser read) {
      new FileUserJson(json, fields, dialect).write(read);
    } else {
      write((SimulatedAuthor) user);
    }
  }

  private void write(SimulatedAuthor author) throws IOException {
    json.writeStartObject();
    for (UserField field : UserField.values()) {
      if (fields.contains(field)) {
        for (String name : field.names(dialect, author.id())) {
          write(field, name, author);
        }
      }
    }
    json.writeEndObject();
  }

  private void write(UserField field, String name, SimulatedAuthor author) throws IOException {
    switch (field) {
      case ID -> json.writeStringField(name, author.id());
      case NAME -> json.writeStringField(name, author.name());
      case USERNAME -> json.writeStringField(name, author.handle());
      case CREATED_AT -> json.writeStringField(name, timestamp(author.createdAt()));
      case DESCRIPTION -> json.writeStringField(name, author.biography().text());
      case LOCATION -> optional(name, author.location());
      case URL -> optional(name, author.page().map(Link::url));
      case ENTITIES -> entities(name, author);
      case PROFILE_IMAGE_URL -> json.writeStringField(name, author.imageUrl());
      case PROFILE_BANNER_URL -> optional(name, author.bannerUrl());
      case PROTECTED -> json.writeBooleanField(name, author.protectedAccount());
      case VERIFIED -> json.writeBooleanField(name, author.badge() != Badge.NONE);
      case VERIFIED_TYPE -> json.writeStringField(name, author.badge().wire());
      case PARODY -> json.writeBooleanField(name, false);
      case IS_IDENTITY_VERIFIED -> json.writeBooleanField(name, author.identityVerified());
      case SUBSCRIPTION_TYPE -> json.writeStringField(name, "None");
      case VERIFIED_FOLLOWERS_COUNT ->
          json.writeNumberField(
              name, author.metrics().followers() / FOLLOWERS_PER_VERIFIED_FOLLOWER);
      case PUBLIC_METRICS -> metrics(name, author);
      case AFFILIATION -> affiliation(name, author.affiliation());
      case PINNED -> optional(name, author.pinnedPostId());
      case MOST_RECENT -> optional(name, author.mostRecentPostId());
      case WITHHELD -> withheld(name, author.withheldIn());
    }
  }

  private void optional(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private void metrics(String name, SimulatedAuthor author) throws IOException {
    Metrics metrics = author.metrics();
    json.writeObjectFieldStart(name);
    json.writeNumberField("followers_count", metrics.followers());
    json.writeNumberField("following_count", metrics.following());
    for (String posts : dialect.names("tweet_count", "post_count", author.id())) {
      json.writeNumberField(posts, metrics.posts());
    }
    json.writeNumberField("listed_count", metrics.listed());
    if (metrics.likes().isPresent()) {
      json.writeNumberField("like_count", metrics.likes().getAsLong());
    }
    if (metrics.media().isPresent()) {
      json.writeNumberField("media_count", metrics.media().getAsLong());
    } else {
      json.writeNullField("media_count");
    }
    json.writeEndObject();
  }

  private void affiliation(String name, Optional<Affiliation> affiliation) throws IOException {
    if (affiliation.isEmpty()) {
      return;
    }
    Affiliation by = affiliation.get();
    json.writeObjectFieldStart(name);
    json.writeStringField(
        "badge_url", "https://pbs.twimg.com/profile_images/" + by.id() + "/badge_bigger.jpg");
    json.writeStringField("description", by.name());
    json.writeStringField("url", "https://x.com/" + by.handle());
    strings("user_id", List.of(by.id()));
    json.writeEndObject();
  }

  private void withheld(String name, List<String> countries) throws IOException {
    if (!countries.isEmpty()) {
      json.writeObjectFieldStart(name);
      strings("country_codes", countries);
      json.writeStringField("scope", "user");
      json.writeEndObject();
    }
  }

  private void entities(String name, SimulatedAuthor author) throws IOException {
    Biography biography = author.biography();
    if (author.page().isEmpty() && !biography.hasEntities()) {
      return;
    }
    json.writeObjectFieldStart(name);
    if (author.page().isPresent()) {
      json.writeObjectFieldStart("url");
      links(List.of(author.page().get()));
      json.writeEndObject();
    }
    if (biography.hasEntities()) {
      json.writeObjectFieldStart("description");
      links(biography.links());
      spans("hashtags", "tag", biography.hashtags());
      spans("mentions", "username", biography.mentions());
      spans("cashtags", "tag", biography.cashtags());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void links(List<Link> links) throws IOException {
    if (links.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("urls");
    for (Link link : links) {
      json.writeStartObject();
      json.writeNumberField("start", link.start());
      json.writeNumberField("end", link.end());
      json.writeStringField("url", link.url());
      json.writeStringField("expanded_url", link.expandedUrl());
      json.writeStringField("display_url", link.host());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void spans(String name, String word, List<Span> spans) throws IOException {
    if (spans.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (Span span : spans) {
      json.writeStartObject();
      json.writeNumberField("start", span.start());
      json.writeNumberField("end", span.end());
      json.writeStringField(word, span.word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** X writes whole seconds, and milliseconds that are always zero. */
  private static String timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
  }
}
