package dev.influx.simulator;

import dev.influx.simulator.world.SimulatedAuthor;
import dev.influx.simulator.world.World;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A look-up of users: its path, and how its one required parameter names them. */
enum Endpoint {
  USERS_BY("/2/users/by", "usernames", "^[A-Za-z0-9_]{1,15}$") {
    @Override
    Optional<SimulatedAuthor> find(World world, String key, Instant time) {
      return world.byHandle(key, time);
    }
  },
  USERS("/2/users", "ids", "^[0-9]{1,19}$") {
    @Override
    Optional<SimulatedAuthor> find(World world, String key, Instant time) {
      return world.byId(key, time);
    }
  };

  private final String path;
  private final String parameter;
  private final Pattern pattern;

  Endpoint(String path, String parameter, String pattern) {
    this.path = path;
    this.parameter = parameter;
    this.pattern = Pattern.compile(pattern);
  }

  abstract Optional<SimulatedAuthor> find(World world, String key, Instant time);

  static Optional<Endpoint> at(String path) {
    return Stream.of(values()).filter(endpoint -> endpoint.path.equals(path)).findFirst();
  }

  String path() {
    return path;
  }

  String parameter() {
    return parameter;
  }

  Pattern pattern() {
    return pattern;
  }

  /** Under which two keys are the same user. Ids have no case. */
  static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
