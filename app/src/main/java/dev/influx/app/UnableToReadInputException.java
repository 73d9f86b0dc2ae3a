package dev.influx.app;

import dev.influx.runtime.Explained;
import java.nio.file.Path;

/** A file that a command was told to read is not there, not readable or not whole. */
final class UnableToReadInputException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToReadInputException(Path file, String why, String remedy, Exception cause) {
    super("the file " + file + " could not be read", why, remedy, cause);
  }
}
