package dev.influx.lists;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A field of work that authors are curated for. */
public enum Domain {
  AI_RESEARCH("ai_research"),
  VC_INVESTING("vc_investing"),
  TECH_LEADERSHIP("tech_leadership"),
  CRYPTO_WEB3("crypto_web3"),
  HEALTHTECH("healthtech"),
  CLIMATE_TECH("climate_tech"),
  EDTECH("edtech"),
  FINTECH("fintech"),
  GAMING_ESPORTS("gaming_esports"),
  SECURITY_DEVSECOPS("security_devsecops"),
  DATA_SCIENCE_ML("data_science_ml"),
  OPEN_SOURCE("open_source");

  private static final Map<String, Domain> BY_ID =
      Stream.of(values()).collect(toUnmodifiableMap(Domain::id, Function.identity()));
  private static final List<String> IDS = Stream.of(values()).map(Domain::id).toList();

  private final String id;

  Domain(String id) {
    this.id = id;
  }

  /** The name in seeds, policies and published records. */
  public String id() {
    return id;
  }

  public static Optional<Domain> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  public static List<String> ids() {
    return IDS;
  }
}
