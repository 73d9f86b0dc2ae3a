package dev.influx.monitor.history;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the history could not be read or written. */
public final class UnableToKeepHistoryException extends Exception {
  private static final long serialVersionUID = 1L;

  UnableToKeepHistoryException(String what, Path file, IOException cause) {
    super(what + " " + file + ": " + cause.getMessage(), cause);
  }
}
