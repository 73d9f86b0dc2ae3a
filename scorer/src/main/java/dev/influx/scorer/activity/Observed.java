package dev.influx.scorer.activity;

import java.util.Optional;

/** What an observation turned out to be. */
public sealed interface Observed {

  /** The history to remember from now on; empty when nothing changed. */
  Optional<History> history();

  /** One word for counters. */
  String outcome();

  /** The newest so far. */
  record Newer(History next) implements Observed {
    @Override
    public Optional<History> history() {
      return Optional.of(next);
    }

    @Override
    public String outcome() {
      return "newer";
    }
  }

  /** Older than what is known: at most it fills a day for which there was no earlier sample. */
  record Stale(Optional<History> history) implements Observed {
    @Override
    public String outcome() {
      return "stale";
    }
  }

  /** The author is to be forgotten, or was before this: nothing else is kept. */
  record Forgotten(Optional<History> history) implements Observed {
    @Override
    public String outcome() {
      return "forgotten";
    }
  }

  /** Known already. */
  record Duplicate() implements Observed {
    @Override
    public Optional<History> history() {
      return Optional.empty();
    }

    @Override
    public String outcome() {
      return "duplicate";
    }
  }
}
