package dev.influx.app.config;

import dev.influx.lists.DataFault;
import java.util.List;
import java.util.function.Function;

/** What came of reading the configuration: all of it, or every fault in it. */
public sealed interface ConfigResult {

  /** It can be used; the settings are its keys in order, each with its origin. */
  record Loaded(Config config, List<Setting> settings) implements ConfigResult {
    public Loaded {
      settings = List.copyOf(settings);
    }

    /** Whether nobody chose the value of a key. */
    public boolean isDefault(String key) {
      return settings.stream()
          .filter(setting -> setting.key().equals(key))
          .allMatch(setting -> setting.origin().kind() == Origin.Kind.DEFAULT);
    }
  }

  /** It cannot be used. */
  record Invalid(List<DataFault> faults) implements ConfigResult {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }

  default <R> R fold(Function<Loaded, R> onLoaded, Function<Invalid, R> onInvalid) {
    if (this instanceof Loaded loaded) {
      return onLoaded.apply(loaded);
    }
    return onInvalid.apply((Invalid) this);
  }
}
