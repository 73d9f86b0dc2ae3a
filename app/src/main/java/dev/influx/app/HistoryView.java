package dev.influx.app;

import dev.influx.app.history.Appearances;
import dev.influx.app.history.AuthorFile;
import dev.influx.app.history.Timeline;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that is known of an author.
 *
 * @param stateFrom who told what the scorer remembers; empty where it remembers nothing
 */
record HistoryView(
    AuthorFile file,
    List<Timeline> timelines,
    Appearances appearances,
    Optional<StateFrom> stateFrom) {

  HistoryView {
    timelines = List.copyOf(timelines);
  }

  /** Where the state of an author was read. */
  enum StateFrom {
    SCORER,
    LOG;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  ExitCode exitCode() {
    boolean all = file.unreadable() == 0 && appearances.unreadable().isEmpty();
    return all ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }
}
