package dev.influx.harvester.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.xuser.UserReading;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An answer that could be read: the users it holds, the problems it names, and its evidence.
 *
 * @param meta what is said of the page itself, where users are listed page by page
 */
public record Page(
    Evidence evidence, List<User> users, List<Problem> problems, Optional<Meta> meta) {

  public Page {
    users = List.copyOf(users);
    problems = List.copyOf(problems);
  }

  /** The answer to a look-up, which has no further pages. */
  public Page(Evidence evidence, List<User> users, List<Problem> problems) {
    this(evidence, users, problems, Optional.empty());
  }

  /** Where the next page begins; nothing where there is none. */
  Optional<String> next() {
    return meta.flatMap(Meta::nextToken);
  }

  /** The place of a page among others. */
  public record Meta(Optional<String> nextToken) {}

  /**
   * How an answer was got.
   *
   * @param endpoint the request without its parameters
   * @param requestId what X calls its transaction id
   * @param sha256 of the body, decompressed
   * @param serverDate what X said the time was
   * @param fetchedAt when the last byte arrived, by this machine's clock
   */
  public record Evidence(
      String endpoint,
      Optional<String> requestId,
      Sha256 sha256,
      Optional<Instant> serverDate,
      Instant fetchedAt) {}

  /**
   * A user object.
   *
   * @param id as far as it could be read, even where the rest could not
   * @param raw exactly the bytes that were answered
   */
  public record User(
      Optional<String> id, Optional<String> handle, UserReading reading, ByteBuffer raw) {}

  /** What X says is wrong with one thing that was asked for; every member may be missing. */
  public record Problem(
      Optional<String> title,
      Optional<String> detail,
      Optional<String> type,
      Optional<String> resourceType,
      Optional<String> parameter,
      Optional<String> value,
      Optional<String> resourceId) {

    /** What is there of it; texts are as X sent them. */
    public static Problem of(JsonNode problem) {
      return new Problem(
          text(problem, "title"),
          text(problem, "detail").or(() -> text(problem, "message")),
          text(problem, "type"),
          text(problem, "resource_type"),
          text(problem, "parameter"),
          text(problem, "value"),
          text(problem, "resource_id"));
    }

    /** The same with the texts for people cleaned. */
    Problem cleaned(UnaryOperator<String> cleaning) {
      return new Problem(
          title.map(cleaning),
          detail.map(cleaning),
          type,
          resourceType,
          parameter,
          value,
          resourceId);
    }

    private static Optional<String> text(JsonNode object, String name) {
      return Optional.ofNullable(object.get(name))
          .filter(JsonNode::isValueNode)
          .filter(value -> !value.isNull())
          .map(JsonNode::asText);
    }
  }
}
