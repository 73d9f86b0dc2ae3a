package dev.influx.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.app.config.ConfigLoader.Flag;
import dev.influx.app.config.ConfigResult.Invalid;
import dev.influx.app.config.ConfigResult.Loaded;
import dev.influx.lists.DataFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sources of a configuration, given one after the other, and what comes of them. */
final class TestingConfig {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin"));
  private final List<Flag> flags = new ArrayList<>();

  TestingConfig(Path directory) {
    this.directory = directory;
  }

  TestingConfig file(String... lines) throws IOException {
    Files.writeString(directory.resolve("influx.yml"), String.join("\n", lines) + "\n");
    return this;
  }

  TestingConfig variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  TestingConfig flag(String key, String value) {
    flags.add(new Flag("-c", key, value));
    return this;
  }

  ConfigResult load() {
    return new ConfigLoader(directory, environment).load(Optional.empty(), flags);
  }

  ConfigResult load(Path file) {
    return new ConfigLoader(directory, environment).load(Optional.of(file), flags);
  }

  Loaded loaded() {
    return load()
        .fold(
            loaded -> loaded,
            invalid -> {
              throw new AssertionError("it was refused: " + invalid.faults());
            });
  }

  Config config() {
    return loaded().config();
  }

  Setting setting(String key) {
    return loaded().settings().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no setting " + key));
  }

  /** What was refused, as a person reads it, without the directory of the test. */
  List<String> faults() {
    return faults(load());
  }

  List<String> faults(ConfigResult result) {
    assertThat(result).isInstanceOf(Invalid.class);
    return ((Invalid) result)
        .faults().stream()
            .map(DataFault::toString)
            .map(fault -> fault.replace(directory + "/", ""))
            .toList();
  }
}
