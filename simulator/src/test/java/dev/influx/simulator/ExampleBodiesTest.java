package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import dev.influx.simulator.population.Standing;
import dev.influx.simulator.users.UsersFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The example bodies of the API, and what the simulator says where they could have been said. */
class ExampleBodiesTest {

  private static final String FIELDS =
      "created_at,description,location,url,entities,profile_image_url,protected,verified,"
          + "verified_type,parody,is_identity_verified,subscription_type,public_metrics,affiliation,"
          + "pinned_tweet_id,withheld";
  private static final SimulatorSettings SETTINGS =
      SimulatorSettings.defaults()
          .withVirtualTime(Population.START, 0)
          .withClock(new TestingClock(Instant.parse("2026-03-03T10:00:00Z")));

  /** The same users have the same answer, word by word. */
  @Test
  void aBatchWithMissingUsersAndAGonePost() throws IOException, URISyntaxException {
    Path users = Path.of(getClass().getResource("/examples/users.jsonl").toURI());
    try (Simulator simulator = Simulator.start(SETTINGS, UsersFile.read(users))) {
      JsonNode body =
          new TestingClient(simulator)
              .get(
                  "/2/users/by?usernames=harbor_signal,NoSuchKiln,quietlathe,GreyPelican7&user.fields="
                      + FIELDS
                      + "&expansions=pinned_tweet_id")
              .json();

      assertThat(body).isEqualTo(example("users-by.json"));
    }
  }

  /** Over some pages, all is there that the example has, and nothing that it has not. */
  @Test
  void pagesOfFollowings() throws IOException {
    try (Simulator simulator =
        Simulator.start(SETTINGS.withAuthors(3_000).withDialect(Dialect.POST))) {
      TestingClient client = new TestingClient(simulator);
      Set<String> seen = new TreeSet<>();
      for (String id : open(simulator)) {
        JsonNode body =
            client
                .get(
                    "/2/users/%s/following?max_results=10&user.fields=%s&expansions=%s"
                        .formatted(
                            id,
                            "verified,verified_type,public_metrics",
                            "pinned_post_id,most_recent_post_id"))
                .json();
        seen.addAll(shape(body));
        assertThat(body.at("/meta/result_count").asInt()).isEqualTo(body.at("/data").size());
        assertThat(body.at("/meta/next_token").asText("A".repeat(16))).matches("[0-9A-V]{16,}");
      }
      Set<String> example = shape(example("following.json"));
      example.add("/data[]/public_metrics/media_count NUMBER");
      seen.removeIf(path -> path.startsWith("/errors"));

      assertThat(seen).isEqualTo(example);
    }
  }

  private static List<String> open(Simulator simulator) {
    return IntStream.range(0, 60)
        .mapToObj(i -> simulator.population().at(i, Population.START))
        .flatMap(Optional::stream)
        .filter(user -> user.standing() == Standing.ACTIVE)
        .map(SimulatedUser::id)
        .toList();
  }

  /** Every path to a value, without positions in arrays, and what kind of value it is. */
  private static Set<String> shape(JsonNode node) {
    Set<String> shape = new TreeSet<>();
    collect(node, "", shape);
    return shape;
  }

  private static void collect(JsonNode node, String path, Set<String> shape) {
    if (node.isObject()) {
      node.properties()
          .forEach(part -> collect(part.getValue(), path + "/" + part.getKey(), shape));
    } else if (node.isArray()) {
      node.forEach(element -> collect(element, path + "[]", shape));
    } else {
      shape.add(path + " " + (node.isNull() ? "null" : node.getNodeType()));
    }
  }

  private static JsonNode example(String name) throws IOException {
    try (InputStream in = ExampleBodiesTest.class.getResourceAsStream("/examples/" + name)) {
      return json(new String(in.readAllBytes(), UTF_8));
    }
  }
}
