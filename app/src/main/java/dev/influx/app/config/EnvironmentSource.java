package dev.influx.app.config;

import dev.influx.lists.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The keys that variables of the environment set. */
final class EnvironmentSource {
  static final String TOKEN = "INFLUX_API_TOKEN";
  static final String TOKEN_OF_OTHER_TOOLS = "X_BEARER_TOKEN";
  static final String WHERE_TOKENS_GO =
      "set " + TOKEN + ", or name a file that holds it in harvest.api.token_file";

  private static final String OURS = "INFLUX_";
  private static final Set<String> OF_THE_LAUNCHER = Set.of("INFLUX_JAVA_OPTS");

  /** What Kubernetes tells every pod about a service whose name begins with influx. */
  private static final Pattern SERVICE =
      Pattern.compile("INFLUX_(.*_)?(SERVICE_(HOST|PORT(_.*)?)|PORT(_\\d+_(TCP|UDP|SCTP)(_.*)?)?)");

  private static final Pattern SERVICE_VALUE =
      Pattern.compile("((tcp|udp|sctp)://.*)|tcp|udp|sctp|\\d+|[\\d.]+|[0-9a-fA-F:]+");

  private final Map<String, String> environment;
  private final Keys keys;
  private final Gathered gathered;

  EnvironmentSource(Map<String, String> environment, Keys keys, Gathered gathered) {
    this.environment = new TreeMap<>(environment);
    this.keys = keys;
    this.gathered = gathered;
  }

  void read() {
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(OURS) && !OF_THE_LAUNCHER.contains(name)) {
            variable(name, value);
          }
        });
    token(TOKEN)
        .or(() -> token(TOKEN_OF_OTHER_TOOLS))
        .ifPresent(given -> gathered.put(tokenKey(), given));
  }

  private void variable(String name, String value) {
    Optional<Key> key = keys.all().stream().filter(each -> names(each, name)).findFirst();
    if (key.isPresent()) {
      gathered.put(path(key.get(), name), new Given(key.get().split(value), Origin.variable(name)));
    } else if (!name.equals(TOKEN) && !isService(name, value)) {
      gathered.fault(Origin.variable(name), "is an unknown variable", suggestion(name));
    }
  }

  private static boolean names(Key key, String variable) {
    return switch (key.form()) {
      case PROPERTIES -> variable.startsWith(key.variable() + "_");
      case SECRET -> false;
      case REQUIRED, OPTIONAL, LIST -> variable.equals(key.variable());
    };
  }

  /** {@code INFLUX_KAFKA_PROPERTIES_SASL_MECHANISM} is {@code kafka.properties.sasl.mechanism}. */
  private static String path(Key key, String variable) {
    String rest = variable.substring(key.variable().length());
    return key.path() + rest.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static boolean isService(String name, String value) {
    return SERVICE.matcher(name).matches() && SERVICE_VALUE.matcher(value).matches();
  }

  private String suggestion(String unknown) {
    if (unknown.endsWith("_TOKEN")) {
      return "did you mean " + TOKEN + "?";
    }
    List<String> known = keys.all().stream().map(Key::variable).toList();
    return Spelling.nearest(unknown, known)
        .map(name -> "did you mean " + name + "?")
        .orElse("unset it; influx config show lists all keys");
  }

  /** Set to nothing is not set: container files hand variables on whether they are there or not. */
  private Optional<Given> token(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(value -> new Given(List.of(value), Origin.variable(variable)));
  }

  private String tokenKey() {
    return keys.all().stream()
        .filter(key -> key.form() == Key.Form.SECRET)
        .findFirst()
        .orElseThrow()
        .path();
  }
}
