package dev.influx.harvester.api;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One request for up to a hundred users. It cannot hold a key that X would refuse, because one bad
 * key spoils the answer for all.
 */
public record Lookup(By by, List<String> keys) implements Request {

  /** As many as X takes. */
  public static final int MOST_KEYS = 100;

  public Lookup {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.size() > MOST_KEYS) {
      throw new IllegalArgumentException(keys.size() + " keys instead of 1 to " + MOST_KEYS);
    }
    Set<String> folded = new HashSet<>();
    for (String key : keys) {
      if (!by.accepts(key) || !folded.add(By.fold(key))) {
        throw new IllegalArgumentException("malformed or repeated key: " + key);
      }
    }
  }

  @Override
  public Endpoint to() {
    return by;
  }

  /** Neither handles, ids nor field names need escaping. */
  @Override
  public String target(Dialect dialect) {
    return by.path
        + "?"
        + by.parameter
        + "="
        + String.join(",", keys)
        + "&user.fields="
        + dialect.userFields();
  }

  /** What users are known by. */
  public enum By implements Endpoint {
    /** The name, which its owner may change or give up. */
    HANDLE("/2/users/by", "usernames", "[A-Za-z0-9_]{1,15}"),
    /** The number, which stays. */
    ID("/2/users", "ids", "[0-9]{1,19}");

    private final String path;
    private final String parameter;
    private final Pattern legal;

    By(String path, String parameter, String legal) {
      this.path = path;
      this.parameter = parameter;
      this.legal = Pattern.compile(legal);
    }

    @Override
    public String path() {
      return path;
    }

    String parameter() {
      return parameter;
    }

    public boolean accepts(String key) {
      return legal.matcher(key).matches();
    }

    /** Two keys are the same user when their folded forms are equal. */
    public static String fold(String key) {
      return key.toLowerCase(Locale.ROOT);
    }
  }
}
