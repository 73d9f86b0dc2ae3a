package dev.influx.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to harvest, and how.
 *
 * @param parallel requests at a time, at most
 * @param limit of the simulator; nothing where nobody is refused
 * @param jvmOptions of the harvester
 */
record HarvestPlan(
    HandleFile input, int parallel, int rounds, Optional<Limit> limit, List<String> jvmOptions) {

  /** So many requests in a window. */
  record Limit(int requests, Duration window) {
    private static final int KEYS = 100;

    static Limit parse(String text) {
      String[] parts = text.split("/", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("write it as requests per time, such as 100/5s");
      }
      return new Limit(Integer.parseInt(parts[0]), Duration.parse("PT" + parts[1]));
    }

    /** How many handles fill so many windows. */
    int handles(int windows) {
      return Math.multiplyExact(Math.multiplyExact(requests, windows), KEYS);
    }
  }

  String describe() {
    return String.format(
        "%,d handles, seed %d, %d at a time, %s; harvester JVM %s",
        input.handles(),
        input.seed(),
        parallel,
        limit
            .map(bound -> bound.requests() + " requests in " + bound.window().toSeconds() + " s")
            .orElse("no limits"),
        String.join(" ", jvmOptions));
  }
}
