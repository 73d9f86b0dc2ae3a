package dev.influx.sink;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps a sink from its work at this moment. Each trouble is said once when it comes. */
final class Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

  private final Map<Kind, String> present = new EnumMap<>(Kind.class);

  /** The kinds, the one that explains the others first. */
  enum Kind {
    BROKER("the broker answers again"),
    REGISTRY("the schema registry answers again"),
    DISK("snapshots can be written again"),
    WITHHELD("snapshots are published again"),
    COMMIT("offsets are committed again");

    private final String relief;

    Kind(String relief) {
      this.relief = relief;
    }
  }

  synchronized void raise(Kind kind, String reason) {
    if (present.put(kind, reason) == null) {
      LOG.warn("{}", reason);
    }
  }

  synchronized void settle(Kind kind) {
    if (present.remove(kind) != null) {
      LOG.info("{}", kind.relief);
    }
  }

  synchronized Optional<String> foremost() {
    return present.values().stream().findFirst();
  }
}
