package dev.influx.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a client is told.
 *
 * @param file what it is told instead of the body
 * @param headers besides those that every answer has
 */
public record Answer(
    int status,
    String type,
    ByteBuffer body,
    Optional<FilePart> file,
    Map<String, String> headers) {
  static final int OK = 200;
  static final int NOT_MODIFIED = 304;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int NOT_ALLOWED = 405;
  static final int TOO_LARGE = 413;
  static final int FAILED = 500;
  static final int UNAVAILABLE = 503;

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A state that programs ask for: never kept by anybody. */
  public static Answer json(int status, String json) {
    return of(status, "application/json; charset=utf-8", json);
  }

  public static Answer text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text);
  }

  public static Answer of(int status, String type, String body) {
    return of(
        status, type, ByteBuffer.wrap(body.getBytes(UTF_8)), Map.of("Cache-Control", "no-store"));
  }

  static Answer of(int status, String type, ByteBuffer body, Map<String, String> headers) {
    return new Answer(status, type, body, Optional.empty(), headers);
  }

  /** One without anything but its headers. */
  public static Answer empty(int status, String type, Map<String, String> headers) {
    return of(status, type, ByteBuffer.allocate(0), headers);
  }

  /** One that may be longer than memory has room for. */
  public static Answer of(int status, String type, FilePart file, Map<String, String> headers) {
    return new Answer(status, type, ByteBuffer.allocate(0), Optional.of(file), headers);
  }

  /** No answer, and in words why; what to do about it where there is something. */
  public static Answer failure(int status, String what, String why, String fix) {
    return json(status, Failure.json(what, why, fix));
  }

  static Answer notFound(String path) {
    return failure(NOT_FOUND, "there is no " + path, null, null);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, file, more);
  }
}
