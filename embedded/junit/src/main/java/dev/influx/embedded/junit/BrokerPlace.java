package dev.influx.embedded.junit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where the broker of the tests runs. */
enum BrokerPlace {
  IN_VM("in-vm"),
  CONTAINERS("containers");

  private static final String PROPERTY = "influx.test.kafka";

  private final String word;

  BrokerPlace(String word) {
    this.word = word;
  }

  static BrokerPlace configured() {
    return of(System.getProperty(PROPERTY, IN_VM.word));
  }

  static BrokerPlace of(String word) {
    return Arrays.stream(values())
        .filter(place -> place.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s must be %s, not %s".formatted(PROPERTY, words(), word)));
  }

  private static String words() {
    return Arrays.stream(values()).map(place -> place.word).collect(Collectors.joining(" or "));
  }
}
