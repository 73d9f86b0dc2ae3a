package dev.influx.harvester.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.harvester.api.Page.Evidence;
import dev.influx.harvester.api.Page.Meta;
import dev.influx.harvester.api.Page.Problem;
import dev.influx.harvester.api.Page.User;
import dev.influx.schemas.xuser.UserObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the body of an answer, and cuts the user objects out of it as the bytes that they were sent
 * as: writing them anew would change spaces, escapes and the order of members.
 */
final class PageReader {
  private static final int DEEPEST_NESTING = 64;

  /** UTF-8 without guessing: byte offsets exist in no other encoding. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build())
          .build();

  private static final ObjectMapper MAPPER = new ObjectMapper(JSON);

  private final Body body;
  private final Redaction redaction;
  private final List<User> users = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Meta> meta = Optional.empty();

  private PageReader(Body body, Redaction redaction) {
    this.body = body;
    this.redaction = redaction;
  }

  /** Throws when the body is not one whole JSON object of the expected shape. */
  static Page read(Body body, Evidence evidence, Redaction redaction) throws IOException {
    PageReader reader = new PageReader(body, redaction);
    reader.readBody();
    return new Page(evidence, reader.users, reader.problems, reader.meta);
  }

  private void readBody() throws IOException {
    try (JsonParser parser = MAPPER.createParser(body.bytes())) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "it is not a JSON object");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        readMember(parser);
      }
      require(parser.nextToken() == null, "something follows the JSON object");
    }
  }

  private void readMember(JsonParser parser) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (name.equals("data") && value != JsonToken.VALUE_NULL) {
      readData(parser);
    } else if (name.equals("errors") && value != JsonToken.VALUE_NULL) {
      parser.<JsonNode>readValueAsTree().forEach(this::addProblem);
    } else if (name.equals("meta") && value == JsonToken.START_OBJECT) {
      JsonNode found = parser.readValueAsTree();
      meta = Optional.of(new Meta(text(found, "next_token").filter(token -> !token.isEmpty())));
    } else {
      parser.skipChildren();
    }
  }

  private void addProblem(JsonNode problem) {
    problems.add(Problem.of(problem).cleaned(redaction::clean));
  }

  /** Batches are answered with an array, single users with an object. */
  private void readData(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      readUser(parser);
      return;
    }
    require(parser.currentToken() == JsonToken.START_ARRAY, "data holds no users");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser.currentToken() == JsonToken.START_OBJECT, "data holds something else");
      readUser(parser);
    }
  }

  private void readUser(JsonParser parser) throws IOException {
    int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    JsonNode user = parser.readValueAsTree();
    int to = Math.toIntExact(parser.currentLocation().getByteOffset());
    users.add(
        new User(
            text(user, "id"), text(user, "username"), UserObject.read(user), body.slice(from, to)));
  }

  private static Optional<String> text(JsonNode object, String name) {
    return Optional.ofNullable(object.get(name))
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText);
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
