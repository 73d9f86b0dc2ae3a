package dev.influx.embedded.registry;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Bodies of requests and answers; what a client sends and nobody knows is an error. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static <T> T read(String body, Class<T> type) {
    ObjectReader reader = MAPPER.readerFor(type);
    try {
      T value = body.isEmpty() ? null : reader.readValue(body);
      if (value == null) {
        throw ErrorCode.UNPROCESSABLE.refuse("The request has no body");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw ErrorCode.UNPROCESSABLE.refuse("Unrecognized field: " + e.getPropertyName());
    } catch (JsonParseException e) {
      throw ErrorCode.MALFORMED_REQUEST.refuse(e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw ErrorCode.MALFORMED_REQUEST.refuse("Not the JSON that is expected here");
    }
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer could not be written as JSON", e);
    }
  }
}
