package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request, each with all the values it was given. */
record QueryString(Map<String, List<String>> parameters) {

  private static final int HEX = 16;

  /** Nothing if an escape is broken or the bytes are not UTF-8. */
  static Optional<QueryString> parse(String raw) {
    try {
      Map<String, List<String>> parameters = new LinkedHashMap<>();
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
      }
      return Optional.of(new QueryString(parameters));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  List<String> values(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** The comma-joined items of all values of a parameter. */
  List<String> items(String name) {
    return values(name).stream()
        .filter(value -> !value.isEmpty())
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .toList();
  }

  private static String decode(String encoded) throws CharacterCodingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        bytes.write(escaped(encoded, i));
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
  }

  private static int escaped(String encoded, int percent) throws CharacterCodingException {
    if (percent + 2 < encoded.length()) {
      int high = Character.digit(encoded.charAt(percent + 1), HEX);
      int low = Character.digit(encoded.charAt(percent + 2), HEX);
      if (high >= 0 && low >= 0) {
        return high * HEX + low;
      }
    }
    throw new CharacterCodingException();
  }
}
