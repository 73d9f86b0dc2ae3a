package dev.influx.app.config;

import dev.influx.app.config.ConfigResult.Invalid;
import dev.influx.app.config.ConfigResult.Loaded;
import dev.influx.runtime.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reader of the configuration: defaults, under {@code influx.yml}, under the variables {@code
 * INFLUX_*}, under flags.
 */
public final class ConfigLoader {
  private static final Keys KEYS = Keys.of(Config.class);
  private static final String FILE = "influx.yml";

  private final Path directory;
  private final Map<String, String> environment;

  /** Relative paths, and {@code influx.yml} itself, are looked for in the directory. */
  public ConfigLoader(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = Map.copyOf(environment);
  }

  /**
   * A key that a flag sets.
   *
   * @param name of the flag, such as {@code -c} or {@code --data}
   */
  public record Flag(String name, String key, String value) {}

  /** With a file that must be there, or else with {@code influx.yml} if that is there. */
  public ConfigResult load(Optional<Path> file, List<Flag> flags) {
    Gathered gathered = new Gathered();
    file.map(directory::resolve)
        .or(() -> Optional.of(directory.resolve(FILE)).filter(Files::exists))
        .ifPresent(found -> new YamlSource(found, KEYS, gathered).read());
    new EnvironmentSource(environment, KEYS, gathered).read();
    new FlagSource(flags, KEYS, gathered).read();
    preferOurTokenFile(gathered);
    Config config = new Binder(KEYS, new Values(directory), gathered).bind();
    return gathered.faults().isEmpty()
        ? new Loaded(config, settings(gathered))
        : new Invalid(gathered.faults());
  }

  /** A token file that was named for influx is meant more than a variable that others share. */
  private static void preferOurTokenFile(Gathered gathered) {
    boolean shared =
        gathered
            .get("harvest.api.token")
            .map(Given::origin)
            .filter(Origin.variable(EnvironmentSource.TOKEN_OF_OTHER_TOOLS)::equals)
            .isPresent();
    if (shared && gathered.get("harvest.api.token_file").isPresent()) {
      gathered.drop("harvest.api.token");
    }
  }

  private static List<Setting> settings(Gathered gathered) {
    List<Setting> settings = new ArrayList<>();
    for (Key key : KEYS.all()) {
      Map<String, Given> properties = gathered.under(key.path());
      properties.forEach((name, given) -> settings.add(property(key, name, given)));
      if (properties.isEmpty()) {
        settings.add(setting(key, gathered.get(key.path())));
      }
    }
    return settings;
  }

  private static Setting property(Key key, String name, Given given) {
    String shown = Sensitive.shown(name, given.texts().get(0));
    return new Setting(key.path() + "." + name, Optional.of(shown), given.origin());
  }

  private static Setting setting(Key key, Optional<Given> given) {
    Optional<String> text = given.map(found -> String.join(",", found.texts())).or(key::byDefault);
    Optional<String> shown = key.form() == Key.Form.SECRET ? text.map(secret -> Secret.MASK) : text;
    return new Setting(key.path(), shown, given.map(Given::origin).orElse(Origin.DEFAULT));
  }
}
