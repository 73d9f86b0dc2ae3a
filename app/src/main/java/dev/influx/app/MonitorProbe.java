package dev.influx.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.config.Config;
import dev.influx.app.config.ConfigResult;
import dev.influx.app.config.TokenFile;
import dev.influx.app.pipe.Addresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a monitor that runs what it knows. */
final class MonitorProbe {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int OK = 200;
  private static final double MILLIS = 1000;
  private static final Pattern UP = Pattern.compile("(?m)^influx_collector_up ");
  private static final Pattern LAST =
      Pattern.compile("(?m)^influx_collector_last_success_timestamp_seconds (\\S+)$");

  private final URI monitor;
  private final Optional<Path> tokenFile;

  private MonitorProbe(URI monitor, Optional<Path> tokenFile) {
    this.monitor = monitor;
    this.tokenFile = tokenFile;
  }

  /**
   * The one that is configured; where nobody chose its port or a cluster, that of an influx up on
   * the data. Its token is not sent where nobody asks for it, which is on this machine.
   */
  static MonitorProbe of(ConfigResult.Loaded loaded, Path data) {
    Config.Monitor configured = loaded.config().monitor();
    URI there = URI.create("http://" + configured.host() + ":" + configured.port());
    return Addresses.in(data)
        .filter(running -> running.page() != null && loaded.isDefault("monitor.port"))
        .filter(running -> loaded.isDefault("kafka.bootstrap_servers"))
        .map(running -> new MonitorProbe(URI.create(running.page()), Optional.empty()))
        .orElseGet(() -> new MonitorProbe(there, beyondHere(configured)));
  }

  private static Optional<Path> beyondHere(Config.Monitor configured) {
    InetAddress address = new InetSocketAddress(configured.host(), configured.port()).getAddress();
    boolean here = address != null && address.isLoopbackAddress();
    return configured.tokenFile().filter(file -> !here);
  }

  URI uri() {
    return monitor;
  }

  /**
   * Empty if it never has seen the cluster.
   *
   * @throws IOException if it does not answer, or is none
   */
  Optional<Instant> lastSuccess() throws IOException {
    String metrics = get("/metrics");
    if (!UP.matcher(metrics).find()) {
      throw new IOException("no monitor");
    }
    Matcher last = LAST.matcher(metrics);
    return last.find() ? Optional.of(instant(last.group(1))) : Optional.empty();
  }

  /**
   * What its page shows.
   *
   * @throws IOException if it does not answer, or is none
   */
  JsonNode state() throws IOException {
    return JSON.readTree(get("/api/state"));
  }

  private String get(String path) throws IOException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest.Builder request = HttpRequest.newBuilder(monitor.resolve(path)).timeout(PATIENCE);
    tokenFile
        .map(it -> TokenFile.read(it, TokenFile.Use.MONITOR))
        .ifPresent(it -> request.header("Authorization", "Bearer " + it.reveal()));
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IOException("status " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Instant instant(String seconds) {
    return Instant.ofEpochMilli((long) (Double.parseDouble(seconds) * MILLIS));
  }
}
