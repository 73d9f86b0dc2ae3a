package dev.influx.harvester.imports;

import dev.influx.runtime.Explained;

/** A file does not say when its users were seen, and neither does anybody else. */
public final class UnableToTellTimeException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToTellTimeException(ImportSource source, long line) {
    super(
        "the users of " + source.file() + " cannot be imported",
        "the one in line " + line + " has no fetched_at, so nobody knows when it was like that",
        "say when the file was fetched, such as --as-of 2025-11-28T00:00:00Z",
        null);
  }
}
