package dev.influx.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/** A line on a terminal that says how far an evaluation has come; nothing anywhere else. */
final class EvaluationProgress {
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean shown;
  private final LongSupplier percent;
  private final long start = System.nanoTime();
  private long nextAt = start + INTERVAL.toNanos();
  private long lines;

  /**
   * Shows nothing before it is told to.
   *
   * @param percent how much has been read; negative if nobody knows
   */
  EvaluationProgress(PrintWriter err, boolean shown, LongSupplier percent) {
    this.err = err;
    this.shown = shown;
    this.percent = percent;
  }

  /** The launcher says what is a terminal; on one, the results themselves show how far it is. */
  static EvaluationProgress on(Session session, LongSupplier percent) {
    boolean shown =
        Boolean.getBoolean("influx.terminal") && !Boolean.getBoolean("influx.terminal.out");
    return new EvaluationProgress(session.err(), shown, percent);
  }

  void advance(long more) {
    lines += more;
    show(now -> render(lines, now - start, percent.getAsLong()));
  }

  /** Something was read that only later readings make lines of. */
  void compare() {
    show(now -> "comparing users" + share(percent.getAsLong()));
  }

  private void show(LongFunction<String> line) {
    long now = System.nanoTime();
    if (shown && now - nextAt >= 0) {
      err.print(CLEAR + line.apply(now));
      err.flush();
      nextAt = now + INTERVAL.toNanos();
    }
  }

  /** Makes room for another line. */
  void clear() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
    }
  }

  static String render(long lines, long nanos, long percent) {
    double perSecond = lines * 1e9 / Math.max(1, nanos);
    return String.format(Locale.ROOT, "%,d lines · %,.0f/s%s", lines, perSecond, share(percent));
  }

  private static String share(long percent) {
    return percent < 0 ? "" : " · " + percent + " %";
  }
}
