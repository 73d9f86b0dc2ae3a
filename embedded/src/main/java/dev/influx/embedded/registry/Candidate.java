package dev.influx.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A schema that somebody sends, in Avro's own spelling; normalized, the order of its properties
 * does not count either.
 */
record Candidate(Schema schema, String text, boolean normalized) {
  private static final ObjectMapper SORTING =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  static Candidate parse(String sent, boolean normalize) {
    if (sent == null || sent.isBlank()) {
      throw ErrorCode.INVALID_SCHEMA.refuse("it is empty");
    }
    try {
      Schema schema = new Schema.Parser().parse(sent);
      String text = schema.toString();
      return new Candidate(schema, normalize ? normalize(text) : text, normalize);
    } catch (AvroRuntimeException | NullPointerException e) {
      // a name without definition is found only when it is written, and not by a check
      throw ErrorCode.INVALID_SCHEMA.refuse(e.getMessage());
    }
  }

  /** Whether this is the schema that was registered with that text. */
  boolean is(String registered) {
    return text.equals(registered) || (normalized && text.equals(normalize(registered)));
  }

  static Schema reparse(String text) {
    return new Schema.Parser().parse(text);
  }

  private static String normalize(String text) {
    try {
      Object sorted = SORTING.readValue(text, Object.class);
      return reparse(SORTING.writeValueAsString(sorted)).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro wrote a schema that is not JSON", e);
    }
  }
}
