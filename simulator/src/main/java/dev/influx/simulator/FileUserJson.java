package dev.influx.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.simulator.population.Standing;
import dev.influx.simulator.users.FileUser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a user of a file as the file has it, but for what became of it, in one dialect. */
final class FileUserJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POSTS = "tweet_count";
  private static final String POSTS_LATER = "post_count";

  private final JsonGenerator json;
  private final Set<UserField> fields;
  private final Dialect dialect;

  FileUserJson(JsonGenerator json, Set<UserField> fields, Dialect dialect) {
    this.json = json;
    this.fields = fields;
    this.dialect = dialect;
  }

  void write(FileUser user) throws IOException {
    json.writeStartObject();
    for (UserField field : UserField.values()) {
      if (fields.contains(field)) {
        for (String name : field.names(dialect, user.id())) {
          write(field, name, user);
        }
      }
    }
    json.writeEndObject();
  }

  private void write(UserField field, String name, FileUser user) throws IOException {
    Optional<JsonNode> part = user.part(field.wire(Dialect.LEGACY), field.wire(Dialect.POST));
    switch (field) {
      case USERNAME -> json.writeStringField(name, user.handle());
      case PROTECTED -> writeProtected(name, part.isPresent(), user.standing());
      case WITHHELD -> writeWithheld(name, part, user.state().withheldIn());
      case PUBLIC_METRICS -> writeMetrics(name, part, user.id());
      default -> writePart(name, part);
    }
  }

  private void writePart(String name, Optional<JsonNode> part) throws IOException {
    if (part.isPresent()) {
      json.writeFieldName(name);
      JSON.writeTree(json, part.get());
    }
  }

  private void writeProtected(String name, boolean said, Standing standing) throws IOException {
    if (said || standing == Standing.PROTECTED) {
      json.writeBooleanField(name, standing == Standing.PROTECTED);
    }
  }

  private void writeWithheld(String name, Optional<JsonNode> part, List<String> countries)
      throws IOException {
    if (countries.isEmpty()) {
      writePart(name, part);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeArrayFieldStart("country_codes");
    for (String country : countries) {
      json.writeString(country);
    }
    json.writeEndArray();
    json.writeStringField("scope", "user");
    json.writeEndObject();
  }

  private void writeMetrics(String name, Optional<JsonNode> metrics, String id) throws IOException {
    if (metrics.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(name);
    for (var number : metrics.get().properties()) {
      boolean posts = number.getKey().equals(POSTS) || number.getKey().equals(POSTS_LATER);
      List<String> names = posts ? dialect.names(POSTS, POSTS_LATER, id) : List.of(number.getKey());
      for (String each : names) {
        writePart(each, Optional.of(number.getValue()));
      }
    }
    json.writeEndObject();
  }
}
