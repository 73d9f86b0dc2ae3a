package dev.influx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthEndpointTest {
  private static final InetSocketAddress FREE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @ParameterizedTest
  @CsvSource({"READY, 200, 200", "BUSY, 200, 503", "FAILED, 503, 503"})
  void livesWhileItMayRecoverAndIsReadyWhenItWorks(Health.State state, int healthz, int readyz)
      throws Exception {
    try (HealthEndpoint endpoint = HealthEndpoint.start(FREE, metrics, List.of(part(state)))) {
      assertThat(get(endpoint, "/healthz").statusCode()).isEqualTo(healthz);
      HttpResponse<String> ready = get(endpoint, "/readyz");
      assertThat(ready.statusCode()).isEqualTo(readyz);
      assertThat(ready.body()).isEqualTo("part: " + state + " (because)\n");
    }
  }

  @Test
  void oneFailedPartIsEnough() throws Exception {
    List<Running> parts = List.of(part(Health.State.READY), part(Health.State.FAILED));
    try (HealthEndpoint endpoint = HealthEndpoint.start(FREE, metrics, parts)) {
      assertThat(get(endpoint, "/healthz").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void saysHowMuchIsToBeReadBeforeAPartWorks() throws Exception {
    Restoration restoration = new Restoration(12_000, Optional.of(Duration.ofSeconds(4)));
    List<Running> parts = List.of(part(Health.restoring(restoration)));
    try (HealthEndpoint endpoint = HealthEndpoint.start(FREE, metrics, parts)) {
      HttpResponse<String> ready = get(endpoint, "/readyz");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body())
          .isEqualTo("part: BUSY (restoring: 12,000 records left, about 4 s)\n");
    }
  }

  @Test
  void showsInWordsAndAsAPicture() throws Exception {
    try (HealthEndpoint endpoint = HealthEndpoint.start(FREE, metrics, List.of())) {
      endpoint.show("/topology", () -> "words", () -> "<svg/>");

      assertThat(get(endpoint, "/topology").body()).isEqualTo("words");
      HttpResponse<String> picture = get(endpoint, "/topology?format=svg");
      assertThat(picture.body()).isEqualTo("<svg/>");
      assertThat(picture.headers().firstValue("Content-Type")).contains("image/svg+xml");
    }
  }

  @Test
  void metricsAreServedInThePrometheusFormat() throws Exception {
    Counter.builder("influx.records").tag("outcome", "stale").register(metrics).increment(3);
    try (HealthEndpoint endpoint = HealthEndpoint.start(FREE, metrics, List.of())) {
      assertThat(get(endpoint, "/metrics").body())
          .contains("influx_records_total{outcome=\"stale\"} 3.0");
    }
  }

  @Test
  void answersWithWhatIsFoundUnderAName() throws Exception {
    try (HealthEndpoint endpoint = HealthEndpoint.start(FREE, metrics, List.of())) {
      endpoint.offer("/things/", name -> Optional.of(name).filter("17"::equals).map(this::bytes));

      assertThat(get(endpoint, "/things/17").body()).isEqualTo("17");
      assertThat(get(endpoint, "/things/18").statusCode()).isEqualTo(404);
      assertThat(get(endpoint, "/thing/17").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whatNobodyCanTellIsAbsent() throws Exception {
    Gauge.builder("influx.known", () -> 2).register(metrics);
    Gauge.builder("influx.unknown", () -> Double.NaN).register(metrics);
    try (HealthEndpoint endpoint = HealthEndpoint.start(FREE, metrics, List.of())) {
      assertThat(get(endpoint, "/metrics").body())
          .contains("influx_known 2.0")
          .doesNotContain("influx_unknown", "NaN");
    }
  }

  @Test
  void offersNothingWhereOthersCanReachIt() throws Exception {
    InetSocketAddress open = new InetSocketAddress("0.0.0.0", 0);
    try (HealthEndpoint endpoint = HealthEndpoint.start(open, metrics, List.of())) {
      endpoint.offer("/things/", name -> Optional.of(bytes(name)));

      assertThat(get(endpoint, "/things/17").statusCode()).isEqualTo(404);
      assertThat(get(endpoint, "/readyz").statusCode()).isEqualTo(200);
    }
  }

  private byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPortThatIsTakenIsExplained() {
    try (HealthEndpoint first = HealthEndpoint.start(FREE, metrics, List.of())) {
      assertThatThrownBy(() -> HealthEndpoint.start(first.address(), metrics, List.of()))
          .isInstanceOfSatisfying(
              Explained.class, failure -> assertThat(failure.remedy()).contains("http.port"));
    }
  }

  private static HttpResponse<String> get(HealthEndpoint endpoint, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + endpoint.address().getPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Running part(Health.State state) {
    return part(new Health(state, "because"));
  }

  private static Running part(Health health) {
    return new Running() {
      @Override
      public String name() {
        return "part";
      }

      @Override
      public Health health() {
        return health;
      }

      @Override
      public void close() {
        // nothing was started
      }
    };
  }
}
