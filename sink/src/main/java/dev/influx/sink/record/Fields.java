package dev.influx.sink.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Writes the fields of an object; what is not known is there, as null. */
final class Fields {
  private final JsonGenerator json;

  Fields(JsonGenerator json) {
    this.json = json;
  }

  Fields text(String name, String value) throws IOException {
    json.writeStringField(name, value);
    return this;
  }

  Fields count(String name, Long value) throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
    return this;
  }

  /** A measured number in the shortest form that reads back as the same double. */
  Fields exact(String name, Double value) throws IOException {
    return number(name, value == null || !Double.isFinite(value) ? null : decimal(value));
  }

  /**
   * A score: one decimal, half-even on the exact binary value, as scores are rounded everywhere.
   */
  Fields score(String name, Double value) throws IOException {
    return number(
        name,
        value == null || !Double.isFinite(value)
            ? null
            : new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }

  private Fields number(String name, BigDecimal value) throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value.toPlainString());
    }
    return this;
  }

  /** ISO-8601 in UTC, with milliseconds only where there are any. */
  Fields time(String name, Instant value) throws IOException {
    return text(name, value == null ? null : value.toString());
  }

  Fields flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
    return this;
  }

  Fields object(String name) throws IOException {
    json.writeObjectFieldStart(name);
    return this;
  }

  Fields end() throws IOException {
    json.writeEndObject();
    return this;
  }

  JsonGenerator json() {
    return json;
  }
}
