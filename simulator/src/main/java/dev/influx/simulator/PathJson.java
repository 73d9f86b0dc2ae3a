package dev.influx.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.simulator.FoundUsers.Missing;
import dev.influx.simulator.graph.Timelines.Post;
import dev.influx.simulator.population.SimulatedUser;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
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

  byte[] user(SimulatedUser user, Set<UserField> fields) {
    return ApiJson.object(
        json -> {
          json.writeFieldName("data");
          new UserJson(json, fields, dialect).write(user);
        });
  }

  byte[] missing(Missing user, String parameter) {
    return ApiJson.object(
        json -> {
          json.writeArrayFieldStart("errors");
          api.writeMissing(json, user, parameter);
          json.writeEndArray();
        });
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

  byte[] users(List<SimulatedUser> users, Set<UserField> fields, Optional<String> nextToken) {
    return ApiJson.object(
        json -> {
          if (!users.isEmpty()) {
            json.writeArrayFieldStart("data");
            UserJson writer = new UserJson(json, fields, dialect);
            for (SimulatedUser user : users) {
              writer.write(user);
            }
            json.writeEndArray();
          }
          json.writeObjectFieldStart("meta");
          writeCount(json, users.size(), nextToken);
        });
  }

  byte[] posts(List<Post> posts, Set<PostField> fields, Optional<String> nextToken) {
    return ApiJson.object(
        json -> {
          if (!posts.isEmpty()) {
            json.writeArrayFieldStart("data");
            for (Post post : posts) {
              writePost(json, post, fields);
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

  private void writePost(JsonGenerator json, Post post, Set<PostField> fields) throws IOException {
    String id = Long.toString(post.id());
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("text", post.text());
    for (String name : dialect.names("edit_history_tweet_ids", "edit_history_post_ids", id)) {
      json.writeArrayFieldStart(name);
      json.writeString(id);
      json.writeEndArray();
    }
    for (PostField field : fields) {
      switch (field) {
        case AUTHOR_ID -> json.writeStringField("author_id", post.authorId());
        case CONVERSATION_ID -> json.writeStringField("conversation_id", id);
        case CREATED_AT ->
            json.writeStringField(
                "created_at",
                post.createdAt().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"));
      }
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
