package dev.influx.validator.sorting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What does not fit into memory could not be kept in a temporary file. */
public final class UnableToSpillException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  public UnableToSpillException(Path directory, IOException cause) {
    super("a temporary file in " + directory + ": " + cause.getMessage(), cause);
  }
}
