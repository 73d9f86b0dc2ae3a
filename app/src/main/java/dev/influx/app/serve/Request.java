package dev.influx.app.serve;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a client asks, whatever server it has reached.
 *
 * @param headers by their names in lower case; several of one name are one, with commas in between
 */
record Request(String method, String path, Function<String, Optional<String>> headers) {

  boolean reads() {
    return method.equals("GET") || isHead();
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  Optional<String> header(String name) {
    return headers.apply(name);
  }
}
