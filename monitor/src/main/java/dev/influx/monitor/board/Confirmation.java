package dev.influx.monitor.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * With what a person confirms an action.
 *
 * @param target what it is done to
 * @param name what the person has typed
 */
record Confirmation(String target, String name) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Optional<Confirmation> read(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      String target = json.path("target").textValue();
      String name = json.path("name").textValue();
      return target == null || target.isBlank() || name == null
          ? Optional.empty()
          : Optional.of(new Confirmation(target, name));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
