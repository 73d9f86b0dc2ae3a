package dev.influx.app.serve;

import java.util.Map;
import java.util.Optional;

/**
 * What a client is told of a published file.
 *
 * @param content what of the file it gets, if anything; whoever sends it closes the file
 */
record Reply(int status, Map<String, String> headers, Optional<Part> content) {
  static final int OK = 200;
  static final int PARTIAL = 206;
  static final int NOT_MODIFIED = 304;
  static final int NOT_FOUND = 404;
  static final int NOT_ALLOWED = 405;
  static final int NOT_SATISFIABLE = 416;

  Reply {
    headers = Map.copyOf(headers);
  }

  /** A range of a file that is open. */
  record Part(OpenFile file, ByteRange range) {}

  static Reply bare(int status, Map<String, String> headers) {
    return new Reply(status, headers, Optional.empty());
  }
}
