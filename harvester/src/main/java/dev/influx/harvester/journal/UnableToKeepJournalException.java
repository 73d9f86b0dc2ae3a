package dev.influx.harvester.journal;

import dev.influx.runtime.Explained;

/** What was harvested cannot be noted, and without that it would be paid for again. */
public final class UnableToKeepJournalException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToKeepJournalException(String why, String remedy, Throwable cause) {
    super("the harvester cannot keep its journal", why, remedy, cause);
  }
}
