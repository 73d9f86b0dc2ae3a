package dev.influx.app;

import dev.influx.harvester.imports.ImportCounts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Says on stderr how far an import has come, once it takes a while: a line that is rewritten on a
 * terminal, a JSON object now and then elsewhere.
 */
final class ImportProgress {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final LongSupplier percent;
  private final long start;
  private long nextAt;

  /**
   * Shows nothing before it is told to.
   *
   * @param percent how much has been read; negative if nobody knows
   */
  ImportProgress(PrintWriter err, boolean terminal, LongSupplier nanos, LongSupplier percent) {
    this.err = err;
    this.terminal = terminal;
    this.nanos = nanos;
    this.percent = percent;
    this.start = nanos.getAsLong();
    this.nextAt = start + QUIET.toNanos();
  }

  static ImportProgress on(Session session, LongSupplier percent) {
    return new ImportProgress(
        session.err(), Boolean.getBoolean("influx.terminal"), System::nanoTime, percent);
  }

  void show(ImportCounts counts) {
    long now = nanos.getAsLong();
    if (now - nextAt < 0) {
      return;
    }
    long elapsed = now - start;
    long share = percent.getAsLong();
    if (terminal) {
      err.print(CLEAR + line(counts, elapsed, share));
      err.flush();
    } else {
      err.println(json(counts, elapsed, share));
    }
    nextAt = now + (terminal ? ON_TERMINAL : ELSEWHERE).toNanos();
  }

  /** Makes room for another line. */
  void clear() {
    if (terminal) {
      err.print(CLEAR);
      err.flush();
    }
  }

  private static String line(ImportCounts counts, long elapsed, long share) {
    String left =
        seconds(elapsed, share).stream()
            .mapToObj(time -> String.format(Locale.ROOT, " · %d %% · %d s left", share, time))
            .findFirst()
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%,d read · %,d quarantined · %,.0f/s%s",
        counts.read(),
        counts.allQuarantined(),
        counts.read() * 1e9 / Math.max(1, elapsed),
        left);
  }

  private static String json(ImportCounts counts, long elapsed, long share) {
    OptionalLong left = seconds(elapsed, share);
    return String.format(
        Locale.ROOT,
        "{\"read\":%d,\"published\":%d,\"not_found\":%d,\"quarantined\":%d,\"percent\":%s,"
            + "\"eta_seconds\":%s}",
        counts.read(),
        counts.published(),
        counts.allNotFound(),
        counts.allQuarantined(),
        share < 0 ? "null" : Long.toString(share),
        left.isPresent() ? Long.toString(left.getAsLong()) : "null");
  }

  /** How long it will still take, if it goes on like that. */
  private static OptionalLong seconds(long elapsed, long share) {
    return share <= 0
        ? OptionalLong.empty()
        : OptionalLong.of(Duration.ofNanos(elapsed / share * (100 - share)).toSeconds());
  }
}
