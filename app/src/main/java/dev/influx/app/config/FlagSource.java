package dev.influx.app.config;

import static dev.influx.lists.DataFault.quote;

import dev.influx.app.config.ConfigLoader.Flag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys that flags of the command set. */
final class FlagSource {
  private final List<Flag> flags;
  private final Keys keys;
  private final Gathered gathered;
  private final Set<String> seen = new HashSet<>();

  FlagSource(List<Flag> flags, Keys keys, Gathered gathered) {
    this.flags = flags;
    this.keys = keys;
    this.gathered = gathered;
  }

  void read() {
    flags.forEach(this::flag);
  }

  private void flag(Flag flag) {
    Origin origin = Origin.flag(flag.name());
    Optional<Key> key = keys.find(flag.key());
    if (key.isEmpty()) {
      gathered.fault(origin, quote(flag.key()) + " is an unknown key", keys.suggestion(flag.key()));
    } else if (!seen.add(flag.key())) {
      gathered.fault(origin, flag.key() + " is there twice", "keep one of them");
    } else {
      known(key.get(), flag, origin);
    }
  }

  private void known(Key key, Flag flag, Origin origin) {
    if (key.form() == Key.Form.SECRET) {
      gathered.fault(origin, key.path() + " " + VISIBLE, EnvironmentSource.WHERE_TOKENS_GO);
    } else if (key.form() != Key.Form.PROPERTIES) {
      gathered.put(key.path(), new Given(key.split(flag.value()), origin));
    } else if (flag.key().equals(key.path())) {
      gathered.fault(origin, key.path() + " has no name", "write " + key.path() + ".NAME=VALUE");
    } else if (Sensitive.is(flag.key())) {
      gathered.fault(
          origin, flag.key() + " " + VISIBLE, "set it in the file, or in the environment");
    } else {
      gathered.put(flag.key(), new Given(List.of(flag.value()), origin));
    }
  }

  private static final String VISIBLE =
      "does not belong on a command line, where every user of the machine can read it";
}
