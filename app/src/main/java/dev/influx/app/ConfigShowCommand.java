package dev.influx.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.config.Origin;
import dev.influx.app.config.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every key with its value, secrets masked. */
@Command(
    name = "show",
    header = "Shows every setting; secrets are masked.",
    description =
        "A value is the default, unless influx.yml in the working directory sets it, unless a"
            + " variable INFLUX_... sets it, unless a flag does: scorer.state_dir is"
            + " INFLUX_SCORER_STATE_DIR, or -c scorer.state_dir=DIR.",
    footer = {
      "  influx config show --origin",
      "  influx config show --format json",
      "  INFLUX_SCORER_THREADS=2 influx config show -c http.port=9090"
    })
final class ConfigShowCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--origin", description = "Show where each value comes from.")
  private boolean origin;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; json always has the origins.")
  private Format format;

  ConfigShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    List<Setting> settings = session.load().settings();
    switch (format) {
      case TABLE -> table(settings).lines().forEach(session.out()::println);
      case JSON -> session.out().println(json(settings));
    }
    return ExitCode.OK.code();
  }

  private Table table(List<Setting> settings) {
    Table table = origin ? new Table("KEY", "VALUE", "ORIGIN") : new Table("KEY", "VALUE");
    for (Setting setting : settings) {
      String value = setting.value().filter(text -> !text.isEmpty()).orElse("-");
      if (origin) {
        table.add(setting.key(), value, setting.origin().toString());
      } else {
        table.add(setting.key(), value);
      }
    }
    return table;
  }

  /** An array with a line for each entry, so that it also reads well in a diff. */
  private static String json(List<Setting> settings) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (Setting setting : settings) {
      lines.add("  " + json.writeValueAsString(entry(setting)));
    }
    return "[\n" + String.join(",\n", lines) + "\n]";
  }

  private static Map<String, Object> entry(Setting setting) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("key", setting.key());
    entry.put("value", setting.value().orElse(null));
    entry.put("origin", origin(setting.origin()));
    return entry;
  }

  private static Map<String, Object> origin(Origin origin) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", origin.kind().name().toLowerCase(Locale.ROOT));
    if (!origin.name().isEmpty()) {
      entry.put("name", origin.name());
    }
    if (origin.line() > 0) {
      entry.put("line", origin.line());
    }
    return entry;
  }
}
