package dev.influx.sink.index;

import dev.influx.runtime.Explained;
import java.nio.file.Path;

/** The index on the disk cannot be written or read. */
public final class UnableToIndexException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToIndexException(Path directory, Exception cause) {
    super(
        "the index of authors in " + directory + " cannot be used",
        cause.getMessage(),
        "make room on its disk and make it writable; the sink then builds it anew by itself",
        cause);
  }
}
