package dev.influx.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.population.Standing;
import dev.influx.simulator.world.SimulatedAuthor;
import dev.influx.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Walks from page to page. */
final class TestingPages {

  private TestingPages() {}

  static List<String> walk(TestingClient client, String path) {
    List<String> ids = new ArrayList<>();
    pages(client, path, 1_000).forEach(page -> ids.addAll(ids(page)));
    return ids;
  }

  static List<JsonNode> pages(TestingClient asking, String path, int most) {
    List<JsonNode> pages = new ArrayList<>();
    String token = "";
    do {
      String target = token.isEmpty() ? path : path + "&pagination_token=" + token;
      JsonNode page = asking.get(target).json();
      assertThat(page.at("/meta/result_count").asInt()).isEqualTo(page.at("/data").size());
      pages.add(page);
      token = page.at("/meta/next_token").asText();
    } while (!token.isEmpty() && pages.size() < most);
    return pages;
  }

  static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.at("/data").forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  /** Who follows many, and has written much. */
  static SimulatedAuthor busiest(World world) {
    return IntStream.range(0, world.size())
        .mapToObj(index -> world.author(index, World.START))
        .filter(author -> author.standing() == Standing.ACTIVE)
        .filter(author -> author.metrics().following() > 5_000 && author.postCount() > 1_000)
        .findFirst()
        .orElseThrow();
  }
}
