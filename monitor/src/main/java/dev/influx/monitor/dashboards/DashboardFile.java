package dev.influx.monitor.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file for Prometheus or Grafana.
 *
 * @param path where it belongs below the folder of all of them, with slashes
 */
public record DashboardFile(String path, String text) {
  /** The rules, which Prometheus reads. */
  public static final String RULES = "prometheus/alerts.yml";

  /** Cases for the rules, which promtool runs. */
  public static final String RULE_TESTS = "prometheus/alerts-test.yml";

  /** What Prometheus scrapes. */
  public static final String SCRAPES = "prometheus/prometheus.yml";

  /** What Grafana shows. */
  public static final String DASHBOARD = "grafana/influx.json";

  private static final List<String> PATHS =
      List.of(
          RULES,
          RULE_TESTS,
          SCRAPES,
          DASHBOARD,
          "grafana/provisioning/datasources/influx.yml",
          "grafana/provisioning/dashboards/influx.yml");

  /** How the files name groups of replays, in regular expressions and in plain text. */
  private static final String REPLAYS = "influx[.]replay[.]";

  private static final String A_REPLAY = "influx.replay.";

  /**
   * All of them.
   *
   * @param prefix of the topics, with which the groups of replays begin
   */
  public static List<DashboardFile> all(String prefix) {
    return PATHS.stream()
        .map(path -> new DashboardFile(path, withPrefix(bundled(path), prefix)))
        .toList();
  }

  private static String withPrefix(String text, String prefix) {
    return text.replace(REPLAYS, prefix.replace(".", "[.]") + "replay[.]")
        .replace(A_REPLAY, prefix + "replay.");
  }

  private static String bundled(String path) {
    try (InputStream in = DashboardFile.class.getResourceAsStream("/dev/influx/monitor/" + path)) {
      return new String(found(in, path).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream found(InputStream in, String path) throws FileNotFoundException {
    return Stream.ofNullable(in).findAny().orElseThrow(() -> new FileNotFoundException(path));
  }
}
