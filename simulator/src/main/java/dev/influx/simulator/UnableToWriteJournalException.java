package dev.influx.simulator;

import java.io.IOException;
import java.nio.file.Path;

/** A file that the simulator cannot note requests in. */
public final class UnableToWriteJournalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnableToWriteJournalException(Path file, IOException cause) {
    super(
        "unable to write the journal %s (%s); choose another file"
            .formatted(file, cause.getClass().getSimpleName()),
        cause);
  }
}
