package dev.influx.schemas.published;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Writes the fields of an object; what is not known is there, as null. */
public final class JsonFields {
  private final JsonGenerator json;

  public JsonFields(JsonGenerator json) {
    this.json = json;
  }

  public JsonFields text(String name, String value) throws IOException {
    json.writeStringField(name, value);
    return this;
  }

  public JsonFields count(String name, Long value) throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
    return this;
  }

  /** A measured number in the shortest form that reads back as the same double. */
  public JsonFields exact(String name, Double value) throws IOException {
    return number(name, value == null || !Double.isFinite(value) ? null : decimal(value));
  }

  /**
   * A score: one decimal, half-even on the exact binary value, as scores are rounded everywhere.
   */
  public JsonFields score(String name, Double value) throws IOException {
    return number(
        name,
        value == null || !Double.isFinite(value)
            ? null
            : new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }

  private JsonFields number(String name, BigDecimal value) throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value.toPlainString());
    }
    return this;
  }

  /** ISO-8601 in UTC, with milliseconds only where there are any. */
  public JsonFields time(String name, Instant value) throws IOException {
    return text(name, value == null ? null : value.toString());
  }

  public JsonFields flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
    return this;
  }

  public JsonFields object(String name) throws IOException {
    json.writeObjectFieldStart(name);
    return this;
  }

  public JsonFields end() throws IOException {
    json.writeEndObject();
    return this;
  }

  /** What it writes to, for what is neither a field nor an object. */
  public JsonGenerator json() {
    return json;
  }
}
