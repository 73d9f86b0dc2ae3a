package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.influx.app.config.ConfigLoader;
import dev.influx.app.config.ConfigResult.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** What {@code compose.yaml} tells our processes is what they understand. */
class ComposeFileTest {
  private static final Path ROOT = Path.of(System.getProperty("influx.root"));
  private static final String FILES = "monitor/src/main/resources/dev/influx/monitor/";
  private static final Pattern PINNED = Pattern.compile("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+");
  private static final Pattern TARGET = Pattern.compile("([a-z]+):\\d+");

  @TempDir private Path directory;

  private static Stream<Arguments> ours() throws IOException {
    return services().entrySet().stream()
        .filter(service -> "influx:local".equals(service.getValue().get("image")))
        .map(service -> Arguments.of(service.getKey(), service.getValue()));
  }

  private static Map<String, Map<String, Object>> services() throws IOException {
    return section(yaml("compose.yaml"));
  }

  private static Map<String, Object> yaml(String file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .load(Files.readString(ROOT.resolve(file)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> section(Map<String, Object> file) {
    return (Map<String, Map<String, Object>>) file.get("services");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ours")
  @SuppressWarnings("unchecked")
  void knowsEveryVariable(String name, Map<String, Object> service) {
    Map<String, String> environment =
        new HashMap<>((Map<String, String>) service.get("environment"));

    assertThat(new ConfigLoader(directory, environment).load(Optional.empty(), List.of()))
        .isInstanceOf(Loaded.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ours")
  @SuppressWarnings("unchecked")
  void knowsEveryCommand(String name, Map<String, Object> service) {
    List<String> command = (List<String>) service.get("command");

    CommandLine influx = new TestingShell(directory).commandLine();

    assertThatCode(() -> influx.parseArgs(command.toArray(String[]::new)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prometheus", "grafana"})
  void whoeverWantsNoDashboardsGetsNone(String name) throws IOException {
    Map<String, Object> service = services().get(name);

    assertThat(strings(service.get("profiles"))).containsExactly("monitoring");
    assertThat((String) service.get("image")).matches(PINNED);
    assertThat(strings(service.get("ports")))
        .hasSize(1)
        .allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prometheus", "grafana"})
  void mountsWhatIsThere(String name) throws IOException {
    List<String> mounted =
        strings(services().get(name).get("volumes")).stream()
            .filter(volume -> volume.startsWith("./"))
            .toList();

    assertThat(mounted)
        .isNotEmpty()
        .allMatch(volume -> volume.endsWith(":ro"))
        .allMatch(volume -> Files.exists(ROOT.resolve(volume.split(":", 2)[0])));
  }

  /** The provisioning of Grafana and the mounts must speak of the same places. */
  @Test
  void grafanaFindsItsDashboardAndPrometheus() throws IOException {
    List<String> volumes = strings(services().get("grafana").get("volumes"));
    String dashboards = text(FILES + "grafana/provisioning/dashboards/influx.yml");
    String sources = text(FILES + "grafana/provisioning/datasources/influx.yml");

    assertThat(volumes)
        .contains(
            "./" + FILES + "grafana/provisioning:/etc/grafana/provisioning:ro",
            "./" + FILES + "grafana/influx.json:/etc/grafana/influx/influx.json:ro");
    assertThat(dashboards).contains("path: /etc/grafana/influx\n");
    assertThat(sources).contains("url: http://prometheus:9090\n");
  }

  @Test
  void prometheusFindsItsRulesAndItsToken() throws IOException {
    List<String> volumes = strings(services().get("prometheus").get("volumes"));

    assertThat(volumes)
        .contains("./" + FILES + "prometheus:/etc/prometheus:ro", "monitor-token:/run/influx:ro");
    assertThat(strings(yaml(FILES + "prometheus/prometheus.yml").get("rule_files")))
        .containsExactly("alerts.yml");
    assertThat(text(FILES + "prometheus/prometheus.yml"))
        .contains("credentials_file: /run/influx/prometheus\n");
    assertThat(text("compose.yaml")).contains("> /run/influx/prometheus");
  }

  @Test
  void prometheusScrapesEveryProcessThatRuns() throws IOException {
    List<String> scraped =
        TARGET
            .matcher(text(FILES + "prometheus/prometheus.yml").replaceAll("(?m)^ *#.*", ""))
            .results()
            .map(it -> it.group(1))
            .toList();

    assertThat(scraped).contains("harvester", "scorer", "sink", "monitor").doesNotHaveDuplicates();
  }

  private static String text(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Object value) {
    return (List<String>) value;
  }
}
