package dev.influx.monitor.web;

import java.util.Map;
import java.util.Optional;

/**
 * What a client asks.
 *
 * @param path decoded, begins with a slash and has no dots that lead elsewhere
 * @param headers by their names in lower case
 * @param body empty where there is none
 */
public record Question(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  public Question {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  Question withBody(String text) {
    return new Question(method, path, query, headers, text);
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(it -> !it.isBlank());
  }

  /** By its name in lower case; several of one name are one, with commas in between. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }
}
