package dev.influx.harvester.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/** Reads an entry that is a JSON object. */
final class JsonEntry {
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private JsonEntry() {}

  static Named read(String line) {
    try {
      JsonNode entry = JSON.readTree(line);
      Columns columns = new Columns(Optional.of(0), Optional.of(1));
      Named named =
          columns.read(List.of(member(entry, Columns.HANDLES), member(entry, Columns.IDS)));
      return named.reason().filter(Reason.NOBODY_NAMED::equals).isPresent()
          ? Named.nobody(line, Reason.NOBODY_NAMED)
          : named;
    } catch (JsonProcessingException e) {
      return Named.nobody(line, Reason.BROKEN_JSON);
    }
  }

  /** Whatever is there, in its own words; null is as good as absent. */
  private static String member(JsonNode entry, List<String> names) {
    return names.stream()
        .map(entry::path)
        .filter(value -> !value.isMissingNode() && !value.isNull())
        .map(value -> value.isTextual() ? value.textValue() : value.toString())
        .findFirst()
        .orElse("");
  }
}
