package dev.influx.simulator.fault;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fault befalls which requests. */
public record FaultRule(FaultKind kind, Trigger trigger, Map<Option, String> options) {

  public FaultRule {
    options = Map.copyOf(options);
  }

  /** What some kinds of faults can be told. */
  public enum Option {
    SECONDS,
    BYTES,
    TO;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * When a fault occurs: whenever all of this holds.
   *
   * @param endpoint as the documentation writes it; empty for all
   * @param keys handles or ids in lower case, of which one must be asked for; empty for all
   * @param nth which of the requests that the former two hold for, from 1; empty for all
   * @param every one in so many of these requests; 1 for all
   * @param probability of each of these requests
   * @param times how often at most
   */
  public record Trigger(
      Optional<String> endpoint,
      Set<String> keys,
      Set<Long> nth,
      long every,
      double probability,
      long times) {

    public Trigger {
      keys = Set.copyOf(keys);
      nth = Set.copyOf(nth);
    }

    boolean concerns(String template, Collection<String> asked) {
      return endpoint.map(template::equals).orElse(true)
          && (keys.isEmpty()
              || asked.stream().anyMatch(key -> keys.contains(key.toLowerCase(Locale.ROOT))));
    }

    /**
     * Says whether a request is struck.
     *
     * @param count which one it is of those that are concerned
     * @param draw from 0 up to, but without, 1
     */
    boolean strikes(long count, double draw) {
      return (nth.isEmpty() || nth.contains(count)) && count % every == 0 && draw < probability;
    }
  }

  public double seconds(double otherwise) {
    return Optional.ofNullable(options.get(Option.SECONDS))
        .map(Double::parseDouble)
        .orElse(otherwise);
  }

  public int bytes(int otherwise) {
    return Optional.ofNullable(options.get(Option.BYTES)).map(Integer::parseInt).orElse(otherwise);
  }

  public String to(String otherwise) {
    return options.getOrDefault(Option.TO, otherwise);
  }
}
