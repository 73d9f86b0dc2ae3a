package dev.influx.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.world.Shares;
import dev.influx.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

  private final TestingClock clock = new TestingClock(Instant.parse("2026-03-03T10:00:00.250Z"));
  private final World world = World.of(5, 2_000, Shares.still(0.02, 0.01, 0.02));
  private final String busiest = TestingPages.busiest(world).id();
  private final SimulatorSettings settings =
      SimulatorSettings.defaults()
          .withSeed(5)
          .withClock(clock)
          .withRateLimit(100_000, Duration.ofMinutes(15));
  private final Simulator simulator = Simulator.start(settings, world);
  private final TestingClient client = new TestingClient(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/2/users/%s/following, [0-9A-V]{16}",
    "/2/users/%s/followers, [0-9A-V]{16}",
    "/2/lists/1500000001/members, '[0-9]{1,19}'"
  })
  void tokensHaveTheFormOfTheirEndpoint(String path, String form) {
    String target = path.formatted(busiest) + "?max_results=1";

    assertThat(client.get(target).json().at("/meta/next_token").asText()).matches(form);
  }

  @Test
  void aTokenIsOfNoUseForAnotherUser() {
    String token =
        client
            .get("/2/users/" + busiest + "/following?max_results=1")
            .json()
            .at("/meta/next_token")
            .asText();
    String other = world.author(0, World.START).id();

    assertThat(client.get("/2/users/" + other + "/following?pagination_token=" + token).status())
        .isEqualTo(400);
  }

  @Test
  void anOldTokenIsRefused() {
    Paging paging = Paging.usual().withTokenLife(Duration.ofMinutes(10));
    try (Simulator other = Simulator.start(settings.with(paging), world)) {
      TestingClient asking = new TestingClient(other);
      String path = "/2/users/" + busiest + "/following?max_results=1";
      String token = asking.get(path).json().at("/meta/next_token").asText();
      String next = path + "&pagination_token=" + token;

      clock.advance(Duration.ofMinutes(10));
      assertThat(asking.get(next).status()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(1));
      assertThat(asking.get(next).status()).isEqualTo(400);
      assertThat(asking.get(next).json().at("/errors/0/message").asText())
          .isEqualTo("The `pagination_token` query parameter value [" + token + "] is not valid");
    }
  }

  @Test
  void shortAndEmptyPagesLoseNobody() {
    String path = "/2/users/" + busiest + "/following?max_results=10";
    Paging paging = Paging.usual().withShortPages(0.5).withEmptyPages(0.3);
    try (Simulator other = Simulator.start(settings.with(paging), world)) {
      List<JsonNode> pages = TestingPages.pages(new TestingClient(other), path, 200);
      List<String> ids = new ArrayList<>();
      pages.forEach(page -> ids.addAll(TestingPages.ids(page)));

      assertThat(ids).isEqualTo(TestingPages.walk(client, path));
      assertThat(pages.subList(0, pages.size() - 1))
          .anyMatch(page -> page.at("/data").isMissingNode())
          .anyMatch(page -> page.at("/data").size() < 5 && !page.at("/data").isEmpty());
    }
  }

  @Test
  void aTokenThatRepeatsLeadsToTheSamePageForEver() {
    String path = "/2/users/" + busiest + "/following?max_results=1000";
    try (Simulator other = Simulator.start(settings.with(Paging.usual().repeatingToken()), world)) {
      List<JsonNode> pages = TestingPages.pages(new TestingClient(other), path, 5);

      assertThat(pages).hasSize(5);
      assertThat(pages.get(4)).isEqualTo(pages.get(3));
      assertThat(pages.get(4).at("/meta/next_token"))
          .isEqualTo(pages.get(1).at("/meta/next_token"));
    }
  }

  @Test
  void membersThatComeAndGoAreMetTwiceOrNever() {
    String path = "/2/users/" + busiest + "/following?max_results=3";
    try (Simulator other = Simulator.start(settings.with(Paging.usual().changing()), world)) {
      List<String> ids = new ArrayList<>();
      TestingPages.pages(new TestingClient(other), path, 300)
          .forEach(page -> ids.addAll(TestingPages.ids(page)));
      Set<String> distinct = new HashSet<>(ids);
      List<String> all = TestingPages.walk(client, path);

      assertThat(distinct).hasSizeLessThan(ids.size()).hasSizeLessThan(all.size());
      assertThat(all).containsAll(distinct);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void notEveryPageCanBeEmpty(double share) {
    assertThatThrownBy(() -> Paging.usual().withEmptyPages(share))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
