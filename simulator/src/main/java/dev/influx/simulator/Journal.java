package dev.influx.simulator;

import java.util.ArrayDeque;
import java.util.List;

/** The latest requests, oldest first. Safe for use by many threads. */
final class Journal {

  static final int CAPACITY = 100_000;

  private final ArrayDeque<JournalEntry> entries = new ArrayDeque<>();

  synchronized void add(JournalEntry entry) {
    if (entries.size() == CAPACITY) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }
}
