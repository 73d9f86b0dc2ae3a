package dev.influx.simulator.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.simulator.population.Life;
import dev.influx.simulator.population.SimulatedUser;
import dev.influx.simulator.population.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A user of a file as it is at one moment.
 *
 * @param body as the file has it, in either dialect; not to be changed
 */
public record FileUser(int index, ObjectNode body, Life.State state) implements SimulatedUser {

  @Override
  public String id() {
    return body.get("id").textValue();
  }

  @Override
  public String handle() {
    return state.handle();
  }

  @Override
  public Standing standing() {
    return state.standing();
  }

  /** What becomes of the user goes before what its object says. */
  @Override
  public List<String> withheldIn() {
    return state.withheldIn().isEmpty()
        ? StreamSupport.stream(body.at("/withheld/country_codes").spliterator(), false)
            .map(JsonNode::asText)
            .toList()
        : state.withheldIn();
  }

  @Override
  public long postCount() {
    JsonNode metrics = body.path("public_metrics");
    return metrics.path("post_count").asLong(metrics.path("tweet_count").asLong());
  }

  @Override
  public Optional<String> pinnedPostId() {
    return part("pinned_tweet_id", "pinned_post_id").map(JsonNode::asText);
  }

  /** A part of the object that has a name in each dialect. */
  public Optional<JsonNode> part(String legacy, String post) {
    return Optional.ofNullable(body.has(post) ? body.get(post) : body.get(legacy));
  }
}
