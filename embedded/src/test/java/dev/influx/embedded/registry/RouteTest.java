package dev.influx.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTest {
  private final Route route =
      Route.of("GET", "/subjects/{subject}/versions", request -> Response.text(""));

  @Test
  void namesTheSegmentsInBraces() {
    assertThat(route.match(List.of("subjects", "a/b", "versions")))
        .contains(Map.of("subject", "a/b"));
  }

  @Test
  void fitsNothingElse() {
    assertThat(route.match(List.of("subjects", "a"))).isEmpty();
    assertThat(route.match(List.of("subjects", "a", "versions", "1"))).isEmpty();
    assertThat(route.match(List.of("subjects", "a", "config"))).isEmpty();
    assertThat(route.match(List.of())).isEmpty();
  }
}
