package dev.influx.app.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Recorded answers moved in time, so that they are of now: a page tells how long ago things were.
 */
final class TestingTimes {
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:.*Z");
  private static final long FIRST_EPOCH_SECOND = 1_700_000_000L;

  private final Duration by;

  private TestingTimes(Duration by) {
    this.by = by;
  }

  static JsonNode untilNow(JsonNode answers) {
    Instant at = Instant.parse(answers.path("GET /api/state").path("at").asText());
    return new TestingTimes(Duration.between(at, Instant.now())).moved(answers);
  }

  private JsonNode moved(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(this::move);
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, moved(array.get(i)));
      }
    } else if (node.isTextual() && INSTANT.matcher(node.textValue()).matches()) {
      return TextNode.valueOf(Instant.parse(node.textValue()).plus(by).toString());
    }
    return node;
  }

  private void move(Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    if (field.getKey().equals("at") && value instanceof ArrayNode times) {
      for (int i = 0; i < times.size(); i++) {
        times.set(i, epoch(times.get(i)));
      }
    } else {
      field.setValue(field.getKey().equals("at") ? epoch(moved(value)) : moved(value));
    }
  }

  private JsonNode epoch(JsonNode time) {
    return time.isIntegralNumber() && time.longValue() > FIRST_EPOCH_SECOND
        ? LongNode.valueOf(time.longValue() + by.toSeconds())
        : time;
  }
}
