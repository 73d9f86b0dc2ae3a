package dev.influx.app.config;

import static dev.influx.lists.DataFault.quote;

import dev.influx.app.config.Config.ClientProperties;
import dev.influx.app.config.UnusableValueException.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The conditions of one section: all are looked at before any is complained about. */
final class Checks {
  /** Not quoted: the address may have a password in it. */
  static final String NO_WEB_ADDRESS = "is no web address";

  static final String WEB_ADDRESS = "write one such as http://127.0.0.1:8081";

  private static final Pattern ADDRESS =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s,:\\[\\]]+):\\d{1,5}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

  private final List<Problem> problems = new ArrayList<>();

  Checks require(boolean holds, String key, String what, String remedy) {
    if (!holds) {
      problems.add(new Problem(key, what, remedy));
    }
    return this;
  }

  Checks atLeast(String key, int value, int least) {
    return require(value >= least, key, "is " + value, "write " + least + " or more");
  }

  Checks within(String key, int value, int least, int most) {
    boolean fits = least <= value && value <= most;
    return require(fits, key, "is " + value, "write " + least + " to " + most);
  }

  Checks positive(String key, Duration value) {
    return require(!value.isZero(), key, "is no time at all", "write a time such as 30s");
  }

  Checks name(String key, String value) {
    boolean fits = NAME.matcher(value).matches();
    return require(fits, key, "is " + quote(value), "write letters, digits and . _ - @ only");
  }

  Checks addresses(String key, String value) {
    boolean fit = List.of(value.split(",", -1)).stream().allMatch(Checks::isAddress);
    return require(fit, key, "is " + quote(value), "write host:port, several with commas");
  }

  private static boolean isAddress(String value) {
    return ADDRESS.matcher(value.strip()).matches();
  }

  /** An address with a password in it would be shown and logged: that has its own settings. */
  Checks webAddress(String key, URI value) {
    boolean isWeb = "http".equals(value.getScheme()) || "https".equals(value.getScheme());
    require(isWeb && value.getHost() != null, key, NO_WEB_ADDRESS, WEB_ADDRESS);
    return require(
        value.getUserInfo() == null,
        key,
        "has a password in it",
        "leave it out here, and set the credentials where they are kept secret");
  }

  /** Whether a constructor takes the value; its message says why not. */
  Checks accepted(String key, String value, Consumer<String> constructor) {
    try {
      constructor.accept(value);
      return this;
    } catch (IllegalArgumentException e) {
      return require(false, key, "is " + quote(value), e.getMessage());
    }
  }

  /** Passing a setting through that has a key of its own would leave that key without effect. */
  Checks unclaimed(String key, ClientProperties properties, String property, String ownKey) {
    boolean free = !properties.values().containsKey(property);
    return require(free, key + "." + property, "would have no effect", "set " + ownKey);
  }

  void enforce() {
    if (!problems.isEmpty()) {
      throw new UnusableValueException(problems);
    }
  }
}
