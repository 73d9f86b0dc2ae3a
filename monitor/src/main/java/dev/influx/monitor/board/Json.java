package dev.influx.monitor.board;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Writes what is known as one line of JSON. Records have their components by their names in snake
 * case, durations are seconds, and what is absent, or no number, is null.
 */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final double MILLIS = 1000;

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  public static String of(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      new Json(out).write(value);
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be written", e);
    }
    return text.toString();
  }

  private void write(Object value) throws IOException {
    Object known = unwrapped(value);
    if (known == null) {
      out.writeNull();
    } else if (known instanceof Map<?, ?> map) {
      object(map);
    } else if (known instanceof Iterable<?> list) {
      array(list);
    } else if (known instanceof Record record) {
      record(record);
    } else if (known instanceof Duration time) {
      out.writeNumber(time.toMillis() / MILLIS);
    } else if (known instanceof Number number) {
      number(number);
    } else if (known instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else {
      out.writeString(known.toString());
    }
  }

  private static Object unwrapped(Object value) {
    if (value instanceof Optional<?> optional) {
      return unwrapped(optional.orElse(null));
    } else if (value instanceof OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    } else if (value instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    } else if (value instanceof OptionalInt number) {
      return number.isPresent() ? number.getAsInt() : null;
    }
    return value;
  }

  private void number(Number number) throws IOException {
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    } else {
      out.writeNumber(number.longValue());
    }
  }

  private void object(Map<?, ?> map) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeFieldName(entry.getKey().toString());
      write(entry.getValue());
    }
    out.writeEndObject();
  }

  private void array(Iterable<?> list) throws IOException {
    out.writeStartArray();
    for (Object each : list) {
      write(each);
    }
    out.writeEndArray();
  }

  private void record(Record record) throws IOException {
    out.writeStartObject();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      out.writeFieldName(snakeCase(component.getName()));
      write(read(record, component));
    }
    out.writeEndObject();
  }

  static Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a component of a record can always be read", e);
    }
  }

  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
