package dev.influx.embedded;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a data directory says about itself: whose it is, the number of its layout, and the version
 * of Kafka that wrote it (a registry has none).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataFormat(
    @JsonProperty(value = "kind", required = true) String kind,
    @JsonProperty(value = "format", required = true) int format,
    @JsonProperty("kafka") String kafka) {
  // later formats may say more: what is read here must still be found
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(\\D.*)?");

  static Optional<DataFormat> parse(String json) {
    try {
      return Optional.ofNullable(JSON.readValue(json, DataFormat.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why software of this format must leave the found data alone, if it must. */
  Optional<String> objectionTo(DataFormat found) {
    if (!kind.equals(found.kind)) {
      return Optional.of("it holds the data of a " + found.kind + ", not of a " + kind);
    }
    if (found.format > format) {
      return Optional.of(
          "it has format %d, and this version knows formats up to %d"
              .formatted(found.format, format));
    }
    return kafka == null ? Optional.empty() : objectionToKafka(found.kafka);
  }

  /** Patch releases share their data format; a newer minor release may have changed it. */
  private Optional<String> objectionToKafka(String found) {
    if (found == null) {
      return Optional.of("it does not say which Kafka wrote it");
    }
    return release(found) > release(kafka)
        ? Optional.of("Kafka %s wrote it, and this is Kafka %s".formatted(found, kafka))
        : Optional.empty();
  }

  private static long release(String version) {
    Matcher parts = VERSION.matcher(version);
    return parts.matches()
        ? Long.parseLong(parts.group(1)) * 1_000_000 + Long.parseLong(parts.group(2))
        : Long.MAX_VALUE;
  }
}
