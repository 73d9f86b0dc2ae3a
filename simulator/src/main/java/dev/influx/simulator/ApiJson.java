package dev.influx.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.influx.simulator.FoundUsers.Missing;
import dev.influx.simulator.graph.Timelines.Post;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the bodies of answers. The same question at the same time has the same bytes. */
final class ApiJson {

  /** Of a hundred users with some of their fields; more grows as it has to. */
  private static final int USUAL_SIZE = 16_384;

  /** X writes characters beyond the basic plane as they are. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private final Population population;
  private final Dialect dialect;

  ApiJson(Population population, Dialect dialect) {
    this.population = population;
    this.dialect = dialect;
  }

  @FunctionalInterface
  interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  Population population() {
    return population;
  }

  Dialect dialect() {
    return dialect;
  }

  byte[] users(Lookup.Valid lookup, FoundUsers users, Includes includes) {
    return object(
        json -> {
          writeFound(json, users.found(), lookup.requested());
          writeIncludes(json, includes, lookup.requested());
          writeErrors(json, users.missing(), lookup.key().parameter(), includes.gonePosts());
        });
  }

  byte[] invalidRequest(Lookup.Invalid lookup) {
    return object(
        json -> {
          json.writeArrayFieldStart("errors");
          for (Lookup.Fault fault : lookup.faults()) {
            writeFault(json, fault);
          }
          json.writeEndArray();
          json.writeStringField("title", "Invalid Request");
          json.writeStringField("detail", "One or more parameters to your request was invalid.");
          json.writeStringField("type", dialect.problemType("invalid-request"));
        });
  }

  /** A failure that the status says all about. */
  static byte[] problem(int status, String title) {
    return object(
        json -> {
          json.writeStringField("title", title);
          json.writeStringField("detail", title);
          json.writeStringField("type", "about:blank");
          json.writeNumberField("status", status);
        });
  }

  void writeFound(JsonGenerator json, List<SimulatedUser> found, RequestedFields requested)
      throws IOException {
    if (!found.isEmpty()) {
      writeUsers(json, "data", found, requested);
    }
  }

  void writeIncludes(JsonGenerator json, Includes includes, RequestedFields requested)
      throws IOException {
    if (includes.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("includes");
    if (!includes.users().isEmpty()) {
      writeUsers(json, "users", includes.users(), requested);
    }
    if (!includes.posts().isEmpty()) {
      json.writeArrayFieldStart(dialect.choose("tweets", "posts"));
      PostJson posts = new PostJson(json, requested.postFields(), dialect);
      for (Post post : includes.posts()) {
        posts.write(post);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Errors about posts are no errors about their users. */
  void writeErrors(
      JsonGenerator json, List<Missing> missing, String parameter, List<String> gonePosts)
      throws IOException {
    if (missing.isEmpty() && gonePosts.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("errors");
    for (Missing user : missing) {
      writeMissing(json, user, parameter);
    }
    for (String id : gonePosts) {
      writeGone(json, id);
    }
    json.writeEndArray();
  }

  private void writeUsers(
      JsonGenerator json, String name, List<SimulatedUser> found, RequestedFields requested)
      throws IOException {
    json.writeArrayFieldStart(name);
    UserJson users = new UserJson(json, requested.fields(), dialect);
    for (SimulatedUser user : found) {
      users.write(user);
    }
    json.writeEndArray();
  }

  private void writeGone(JsonGenerator json, String id) throws IOException {
    String kind = dialect.choose("tweet", "post");
    String parameter = "pinned_" + kind + "_id";
    json.writeStartObject();
    json.writeStringField(
        "detail", "Could not find %s with %s: [%s].".formatted(kind, parameter, id));
    json.writeStringField("parameter", parameter);
    json.writeStringField("resource_id", id);
    json.writeStringField("resource_type", kind);
    json.writeStringField("title", "Not Found Error");
    json.writeStringField("type", dialect.problemType("resource-not-found", id));
    json.writeStringField("value", id);
    json.writeEndObject();
  }

  /** The type is the same for suspended users as for those that do not exist: X has it so. */
  private void writeMissing(JsonGenerator json, Missing user, String parameter) throws IOException {
    String detail =
        user.suspended()
            ? "User has been suspended: [%s].".formatted(user.key())
            : "Could not find user with %s: [%s].".formatted(parameter, user.key());
    json.writeStartObject();
    json.writeStringField("detail", detail);
    json.writeStringField("parameter", parameter);
    json.writeStringField("resource_id", user.key());
    json.writeStringField("resource_type", "user");
    json.writeStringField("title", user.suspended() ? "Forbidden" : "Not Found Error");
    json.writeStringField("type", dialect.problemType("resource-not-found", user.key()));
    json.writeStringField("value", user.key());
    json.writeEndObject();
  }

  private static void writeFault(JsonGenerator json, Lookup.Fault fault) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("parameters");
    json.writeArrayFieldStart(fault.parameter());
    for (String value : fault.values()) {
      json.writeString(value);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeStringField("message", fault.message());
    json.writeEndObject();
  }

  static byte[] object(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      content.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write to memory", e);
    }
    return bytes.toByteArray();
  }
}
