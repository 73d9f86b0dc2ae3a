package dev.influx.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.simulator.graph.Timelines.Post;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Writes a post. */
final class PostJson {

  private final JsonGenerator json;
  private final Set<PostField> fields;
  private final Dialect dialect;

  PostJson(JsonGenerator json, Set<PostField> fields, Dialect dialect) {
    this.json = json;
    this.fields = fields;
    this.dialect = dialect;
  }

  void write(Post post) throws IOException {
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
      write(field, post, id);
    }
    json.writeEndObject();
  }

  private void write(PostField field, Post post, String id) throws IOException {
    switch (field) {
      case AUTHOR_ID -> json.writeStringField("author_id", post.authorId());
      case CONVERSATION_ID -> json.writeStringField("conversation_id", id);
      case CREATED_AT ->
          json.writeStringField(
              "created_at",
              post.createdAt().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"));
    }
  }
}
