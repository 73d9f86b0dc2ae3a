package dev.influx.harvester.api;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One request for up to a hundred users. It cannot hold a key that X would refuse, because one bad
 * key spoils the answer for all.
 *
 * @param alone whether a single user is asked for at the address that is made for one
 */
public record Lookup(By by, List<String> keys, boolean alone) implements Request {

  /** As many as X takes. */
  public static final int MOST_KEYS = 100;

  public Lookup {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.size() > MOST_KEYS) {
      throw new IllegalArgumentException(keys.size() + " keys instead of 1 to " + MOST_KEYS);
    }
    if (alone && keys.size() > 1) {
      throw new IllegalArgumentException(keys.size() + " keys instead of one");
    }
    Set<String> folded = new HashSet<>();
    for (String key : keys) {
      if (!by.accepts(key) || !folded.add(By.fold(key))) {
        throw new IllegalArgumentException("malformed or repeated key: " + key);
      }
    }
  }

  public Lookup(By by, List<String> keys) {
    this(by, keys, false);
  }

  /** Of one user, whom a request for many told nothing of. */
  public static Lookup alone(By by, String key) {
    return new Lookup(by, List.of(key), true);
  }

  @Override
  public Endpoint to() {
    return alone ? Alone.of(by) : by;
  }

  /** Neither handles, ids nor field names need escaping. */
  @Override
  public String target(Dialect dialect) {
    if (alone) {
      return Alone.of(by).prefix + keys.get(0) + "?user.fields=" + dialect.userFields();
    }
    return by.path
        + "?"
        + by.parameter
        + "="
        + String.join(",", keys)
        + "&user.fields="
        + dialect.userFields();
  }

  /** Where single users are asked for. */
  enum Alone implements Endpoint {
    HANDLE("/2/users/by/username/", ":username"),
    ID("/2/users/", ":id");

    private final String prefix;
    private final String key;

    Alone(String prefix, String key) {
      this.prefix = prefix;
      this.key = key;
    }

    private static Alone of(By by) {
      return by == By.ID ? ID : HANDLE;
    }

    @Override
    public String path() {
      return prefix + key;
    }
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
