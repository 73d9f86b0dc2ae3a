package dev.influx.app;

import dev.influx.app.config.Config;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a monitor when it has seen the cluster last. */
final class MonitorProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int OK = 200;
  private static final double MILLIS = 1000;
  private static final Pattern UP = Pattern.compile("(?m)^influx_collector_up ");
  private static final Pattern LAST =
      Pattern.compile("(?m)^influx_collector_last_success_timestamp_seconds (\\S+)$");

  private final URI metrics;

  MonitorProbe(Config.Monitor monitor) {
    this.metrics = URI.create("http://" + monitor.host() + ":" + monitor.port() + "/metrics");
  }

  String address() {
    return metrics.getAuthority();
  }

  /**
   * Empty if it never has.
   *
   * @throws IOException if it does not answer, or is none
   */
  Optional<Instant> lastSuccess() throws IOException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(metrics).timeout(PATIENCE).build(), BodyHandlers.ofString());
      if (answer.statusCode() != OK || !UP.matcher(answer.body()).find()) {
        throw new IOException("no monitor");
      }
      Matcher last = LAST.matcher(answer.body());
      return last.find() ? Optional.of(instant(last.group(1))) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Instant instant(String seconds) {
    return Instant.ofEpochMilli((long) (Double.parseDouble(seconds) * MILLIS));
  }
}
