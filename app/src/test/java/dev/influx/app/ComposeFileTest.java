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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** What {@code compose.yaml} tells our processes is what they understand. */
class ComposeFileTest {

  @TempDir private Path directory;

  private static Stream<Arguments> ours() throws IOException {
    Path file = Path.of(System.getProperty("influx.root"), "compose.yaml");
    Map<String, Map<String, Object>> services =
        section(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
    return services.entrySet().stream()
        .filter(service -> "influx:local".equals(service.getValue().get("image")))
        .map(service -> Arguments.of(service.getKey(), service.getValue()));
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
}
