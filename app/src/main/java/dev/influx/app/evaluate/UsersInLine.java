package dev.influx.app.evaluate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** Finds the users in a line: a bare one, or those in an envelope. */
final class UsersInLine {
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private UsersInLine() {}

  static Iterable<JsonNode> read(byte[] bytes, int from, int length) throws IOException {
    JsonNode value = JSON.readTree(bytes, from, length);
    JsonNode data = value.get("data");
    if (data == null) {
      return List.of(value);
    }
    return data.isArray() ? data : List.of(data);
  }
}
