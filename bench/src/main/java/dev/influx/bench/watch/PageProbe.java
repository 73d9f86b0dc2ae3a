package dev.influx.bench.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.bench.lab.UnableToFinishRunException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Asks a monitor for the state that its page shows. */
public final class PageProbe {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int OK = 200;
  private static final double NANOS_PER_MILLI = 1e6;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI state;
  private final URI metrics;

  public PageProbe(int port) {
    URI monitor = URI.create("http://127.0.0.1:" + port);
    this.state = monitor.resolve("/api/state");
    this.metrics = monitor.resolve("/metrics");
  }

  /** What one answer to a Prometheus took until all of it was here. */
  public record Scrape(double millis, int bytes) {}

  /** Waits until the page says something. */
  public JsonNode await(Predicate<JsonNode> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (end - System.nanoTime() > 0) {
      JsonNode now = look();
      if (now.isObject() && wanted.test(now)) {
        return now;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new UnableToFinishRunException("the page never said what was waited for");
  }

  /** As Prometheus does. */
  public Scrape scrape() {
    long begin = System.nanoTime();
    try {
      int bytes = get(metrics).body().length();
      return new Scrape((System.nanoTime() - begin) / NANOS_PER_MILLI, bytes);
    } catch (IOException e) {
      throw new UnableToFinishRunException("the monitor does not answer", e);
    }
  }

  /** Missing while nobody answers. */
  private JsonNode look() {
    try {
      HttpResponse<String> answer = get(state);
      return answer.statusCode() == OK ? JSON.readTree(answer.body()) : JSON.missingNode();
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  private HttpResponse<String> get(URI from) throws IOException {
    try {
      return client.send(HttpRequest.newBuilder(from).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnableToFinishRunException("interrupted while the monitor was asked", e);
    }
  }

  /** What the page says of a group; empty while it does not know of it. */
  public static String stateOf(JsonNode page, String group) {
    for (JsonNode each : page.path("groups")) {
      if (each.path("group").asText().equals(group)) {
        return each.path("state").asText();
      }
    }
    return "";
  }
}
