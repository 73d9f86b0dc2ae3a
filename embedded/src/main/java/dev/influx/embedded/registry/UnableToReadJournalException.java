package dev.influx.embedded.registry;

import java.io.IOException;

/** The journal holds something that no crash explains: reading on could hand out wrong ids. */
public final class UnableToReadJournalException extends IOException {
  private static final long serialVersionUID = 1L;

  UnableToReadJournalException(String message) {
    super(message);
  }
}
