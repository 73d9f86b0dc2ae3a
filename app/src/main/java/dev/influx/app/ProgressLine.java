package dev.influx.app;

import dev.influx.app.pipe.PipeView;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows how the pipe is doing on stderr: one line that is rewritten on a terminal, a line now and
 * then elsewhere.
 */
final class ProgressLine {
  private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private long nextAt = System.nanoTime();

  private ProgressLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** The launcher says whether stderr is a terminal: Java cannot tell. */
  static ProgressLine on(Session session) {
    return new ProgressLine(session.err(), Boolean.getBoolean("influx.terminal"));
  }

  /** What is being done before there is anything to count. */
  void step(String text) {
    line("… " + text);
  }

  /** A line that stays. */
  void say(String text) {
    err.print(terminal ? CLEAR : "");
    err.println(text);
  }

  /** Shows the view if it is time to. */
  void show(Supplier<Optional<PipeView>> view) {
    if (System.nanoTime() - nextAt >= 0) {
      showNow(view);
    }
  }

  void showNow(Supplier<Optional<PipeView>> view) {
    line(view.get().map(ProgressLine::render).orElse("the broker does not answer"));
    nextAt = System.nanoTime() + (terminal ? ON_TERMINAL : ELSEWHERE).toNanos();
  }

  void end(String text) {
    if (terminal) {
      err.println();
    }
    err.println(text);
  }

  private void line(String text) {
    if (terminal) {
      err.print(CLEAR + text);
      err.flush();
    } else {
      err.println(text);
    }
  }

  static String render(PipeView view) {
    return String.format(
        Locale.ROOT,
        "observations %,d · authors %s · in the list %s · rejected %s · lag %s · snapshot %s",
        view.observations(),
        number(view.authors()),
        number(view.listed()),
        number(view.rejected()),
        number(view.lag()),
        view.snapshotAge().map(age -> age.toSeconds() + " s old").orElse("-"));
  }

  private static String number(Optional<Long> value) {
    return value.map(number -> String.format(Locale.ROOT, "%,d", number)).orElse("-");
  }
}
