package dev.influx.harvester.region;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A part of the world, large enough that nobody is found by it. */
public enum Region {
  NORTH_AMERICA("north_america"),
  LATIN_AMERICA("latin_america"),
  EUROPE("europe"),
  AFRICA("africa"),
  MIDDLE_EAST("middle_east"),
  CENTRAL_ASIA("central_asia"),
  SOUTH_ASIA("south_asia"),
  EAST_ASIA("east_asia"),
  SOUTHEAST_ASIA("southeast_asia"),
  OCEANIA("oceania");

  private static final Map<String, Region> BY_CODE =
      Stream.of(values()).collect(toUnmodifiableMap(Region::code, Function.identity()));

  private final String code;

  Region(String code) {
    this.code = code;
  }

  /** The name in files and reports. */
  public String code() {
    return code;
  }

  public static Optional<Region> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
