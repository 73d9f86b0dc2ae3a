package dev.influx.embedded.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTTP request, taken apart: its path in decoded segments, some of which a route gives names.
 */
record Request(
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, String> names,
    String body) {
  /** Far above any schema, far below what would trouble the JVM. */
  static final int LARGEST_BODY = 8 << 20;

  static Request of(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      // read to the end all the same: else the connection is reset and the answer lost
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      throw ErrorCode.REQUEST_TOO_LARGE.refuse(LARGEST_BODY);
    }
    return new Request(
        exchange.getRequestMethod(),
        path(uri),
        query(uri),
        Map.of(),
        new String(body, StandardCharsets.UTF_8));
  }

  private static List<String> path(URI uri) {
    return Arrays.stream(uri.getRawPath().split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(Request::decodeSegment)
        .toList();
  }

  /** A plus is a plus in a path, and a space only in a query. */
  private static String decodeSegment(String raw) {
    return decode(raw.replace("+", "%2B"));
  }

  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ErrorCode.MALFORMED_REQUEST.refuse("Not a valid escape in the URL: " + raw);
    }
  }

  private static Map<String, String> query(URI uri) {
    return Stream.ofNullable(uri.getRawQuery())
        .flatMap(raw -> Arrays.stream(raw.split("&")))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> decode(pair[0]),
                pair -> pair.length > 1 ? decode(pair[1]) : "",
                (first, second) -> first));
  }

  Request naming(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(names);
    all.putAll(more);
    return new Request(method, path, query, Map.copyOf(all), body);
  }

  String named(String name) {
    return names.get(name);
  }

  /** The subject of the path. */
  String subject() {
    return Subject.checkName(named("subject"));
  }

  /** The schema id of the path; anything that is no number is no resource. */
  int id() {
    try {
      return Integer.parseInt(named("id"));
    } catch (NumberFormatException e) {
      throw ErrorCode.NO_SUCH_RESOURCE.refuse();
    }
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(query.get(name));
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** The part of a list that was asked for with {@code offset} and {@code limit}. */
  <T> Stream<T> page(Stream<T> all) {
    Stream<T> rest = all.skip(Math.max(0, number("offset", 0)));
    int limit = number("limit", -1);
    return limit < 0 ? rest : rest.limit(limit);
  }

  private int number(String name, int otherwise) {
    try {
      return option(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw ErrorCode.NO_SUCH_RESOURCE.refuse();
    }
  }

  <T> T json(Class<T> type) {
    return Json.read(body, type);
  }
}
