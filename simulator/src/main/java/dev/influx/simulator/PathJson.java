package dev.influx.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.simulator.FoundUsers.Missing;
import dev.influx.simulator.graph.Timelines.Post;
import dev.influx.simulator.population.SimulatedUser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the bodies of answers about one user or list. */
final class PathJson {

  private final ApiJson api;
  private final Dialect dialect;

  PathJson(ApiJson api) {
    this.api = api;
    this.dialect = api.dialect();
  }

  /** The users of a page, with all that is written of them. */
  record Users(List<SimulatedUser> found, Includes includes, RequestedFields requested) {}

  byte[] user(SimulatedUser user, Includes includes, RequestedFields requested) {
    return ApiJson.object(
        json -> {
          json.writeFieldName("data");
          new UserJson(json, requested.fields(), dialect).write(user);
          api.writeIncludes(json, includes, requested);
          api.writeErrors(json, List.of(), "", includes.gonePosts());
        });
  }

  byte[] missing(Missing user, String parameter) {
    return ApiJson.object(json -> api.writeErrors(json, List.of(user), parameter, List.of()));
  }

  byte[] missingList(String id) {
    return error(
        id,
        json -> {
          json.writeStringField("detail", "Could not find list with id: [" + id + "].");
          json.writeStringField("title", "Not Found Error");
          json.writeStringField("resource_type", "list");
          json.writeStringField("type", dialect.problemType("resource-not-found", id));
        });
  }

  /** What X says of the posts and ties of protected users. */
  byte[] notAuthorized(String id) {
    return error(
        id,
        json -> {
          json.writeStringField(
              "detail", "Sorry, you are not authorized to see the user with id: [" + id + "].");
          json.writeStringField("title", "Authorization Error");
          json.writeStringField("section", "data");
          json.writeStringField("resource_type", "user");
          json.writeStringField("type", dialect.problemType("not-authorized-for-resource", id));
        });
  }

  byte[] users(Users users, Optional<String> nextToken) {
    return ApiJson.object(
        json -> {
          api.writeFound(json, users.found(), users.requested());
          api.writeIncludes(json, users.includes(), users.requested());
          api.writeErrors(json, List.of(), "", users.includes().gonePosts());
          json.writeObjectFieldStart("meta");
          writeCount(json, users.found().size(), nextToken);
        });
  }

  byte[] posts(List<Post> posts, Set<PostField> fields, Optional<String> nextToken) {
    return ApiJson.object(
        json -> {
          if (!posts.isEmpty()) {
            json.writeArrayFieldStart("data");
            PostJson writer = new PostJson(json, fields, dialect);
            for (Post post : posts) {
              writer.write(post);
            }
            json.writeEndArray();
          }
          json.writeObjectFieldStart("meta");
          if (!posts.isEmpty()) {
            json.writeStringField("newest_id", Long.toString(posts.get(0).id()));
            json.writeStringField("oldest_id", Long.toString(posts.get(posts.size() - 1).id()));
          }
          writeCount(json, posts.size(), nextToken);
        });
  }

  private static void writeCount(JsonGenerator json, int count, Optional<String> nextToken)
      throws IOException {
    json.writeNumberField("result_count", count);
    if (nextToken.isPresent()) {
      json.writeStringField("next_token", nextToken.get());
    }
    json.writeEndObject();
  }

  private static byte[] error(String id, ApiJson.Content content) {
    return ApiJson.object(
        json -> {
          json.writeArrayFieldStart("errors");
          json.writeStartObject();
          json.writeStringField("value", id);
          content.writeTo(json);
          json.writeStringField("parameter", "id");
          json.writeStringField("resource_id", id);
          json.writeEndObject();
          json.writeEndArray();
        });
  }
}
