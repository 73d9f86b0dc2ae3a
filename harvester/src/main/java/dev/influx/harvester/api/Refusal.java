package dev.influx.harvester.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an answer other than 200 says. Its form varies a lot and every member may be missing; one
 * that is not JSON comes from something in front of the API.
 *
 * @param parameters the values that X refuses, by the parameter that held them
 */
record Refusal(
    boolean json,
    String title,
    String detail,
    String type,
    String reason,
    Map<String, List<String>> parameters) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Refusal read(Received received, Redaction redaction) {
    JsonNode body = received.mayBeJson() ? parse(received.body()) : MAPPER.missingNode();
    if (!body.isObject()) {
      return new Refusal(false, "", redaction.clean(received.body().start()), "", "", Map.of());
    }
    JsonNode first = body.path("errors").path(0);
    return new Refusal(
        true,
        redaction.clean(body.path("title").asText("")),
        redaction.clean(body.path("detail").asText(first.path("message").asText(""))),
        body.path("type").asText(""),
        body.path("reason").asText(""),
        parameters(body.path("errors")));
  }

  private static JsonNode parse(Body body) {
    try {
      return MAPPER.readTree(body.bytes());
    } catch (IOException e) {
      return MAPPER.missingNode();
    }
  }

  private static Map<String, List<String>> parameters(JsonNode errors) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (JsonNode error : errors) {
      error
          .path("parameters")
          .properties()
          .forEach(
              parameter -> {
                var values = found.computeIfAbsent(parameter.getKey(), k -> new ArrayList<>());
                parameter.getValue().forEach(value -> values.add(value.asText()));
              });
    }
    return found;
  }

  /** The last part of the type: its host differs from dialect to dialect. */
  boolean isOfType(String name) {
    return type.endsWith("/problems/" + name);
  }

  /** Title and detail, as far as they say different things. */
  String text() {
    if (title.isEmpty() || title.equals(detail)) {
      return detail.isEmpty() ? "no reason given" : detail;
    }
    return detail.isEmpty() ? title : title + ": " + detail;
  }
}
