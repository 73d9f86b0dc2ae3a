package dev.influx.simulator;

import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How requests name users: the parameter, and what its values look like. */
enum UserKey {
  USERNAMES("usernames", "^[A-Za-z0-9_]{1,15}$") {
    @Override
    Optional<? extends SimulatedUser> find(Population population, String key, Instant time) {
      return population.byHandle(key, time);
    }
  },
  IDS("ids", "^[0-9]{1,19}$") {
    @Override
    Optional<? extends SimulatedUser> find(Population population, String key, Instant time) {
      return population.byId(key, time);
    }
  };

  private final String parameter;
  private final Pattern pattern;

  UserKey(String parameter, String pattern) {
    this.parameter = parameter;
    this.pattern = Pattern.compile(pattern);
  }

  abstract Optional<? extends SimulatedUser> find(Population population, String key, Instant time);

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
