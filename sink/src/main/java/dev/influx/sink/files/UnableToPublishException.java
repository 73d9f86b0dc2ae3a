package dev.influx.sink.files;

import java.io.IOException;
import java.nio.file.Path;

/** A snapshot could not be written; what was published before is still there, and whole. */
public final class UnableToPublishException extends Exception {
  private static final long serialVersionUID = 1L;

  UnableToPublishException(Path directory, IOException cause) {
    super("no snapshot could be written in " + directory + ": " + Reasons.of(cause), cause);
  }
}
