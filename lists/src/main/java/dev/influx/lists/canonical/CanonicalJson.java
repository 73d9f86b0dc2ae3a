package dev.influx.lists.canonical;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The JSON of a record of which there is one form only: all its components, keys in snake case and
 * sorted, no blanks, what is empty left out. It goes over the components by itself, so that no
 * parameter can be added to a record and forgotten in its hash.
 */
public final class CanonicalJson {

  /** So that a decimal and the binary number nearest to it always name each other. */
  public static final int MOST_DIGITS = 15;

  private static final MathContext DIGITS = new MathContext(MOST_DIGITS);
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .build())
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private CanonicalJson() {}

  public static byte[] bytes(Record document) {
    try {
      return MAPPER.writeValueAsBytes(members(document));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a document of texts, numbers and maps is JSON", e);
    }
  }

  private static Map<String, Object> members(Record value) {
    Map<String, Object> members = new TreeMap<>();
    if (value instanceof Written.WithKind kinded) {
      members.put("kind", kinded.kind());
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object content = content(component, value);
      if (component.isAnnotationPresent(Written.Inline.class)) {
        members.putAll(members((Record) content));
      } else {
        form(content).ifPresent(form -> members.put(snakeCase(component.getName()), form));
      }
    }
    return members;
  }

  private static Optional<Object> form(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(CanonicalJson::form);
    }
    if (value instanceof List<?> list) {
      List<Object> items =
          list.stream().map(CanonicalJson::form).<Object>map(Optional::get).toList();
      return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }
    boolean plain = value instanceof Written.AsScalar || !(value instanceof Record);
    return Optional.of(plain ? scalar(value) : members((Record) value));
  }

  /**
   * The text that a binary number prints as differs between releases of Java; this one does not.
   */
  private static Object scalar(Object value) {
    Object plain = value instanceof Written.AsScalar written ? written.scalar() : value;
    if (plain instanceof Double number) {
      return new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    }
    if (plain instanceof String || plain instanceof Long) {
      return plain;
    }
    throw new IllegalArgumentException("no canonical form for " + plain.getClass());
  }

  private static Object content(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("a component that cannot be read: " + component, e);
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
  }
}
