package dev.influx.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.harvester.HarvestProgress;
import dev.influx.harvester.plan.Ending;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Shows on stderr how far asking for a list has come: a bar that is rewritten on a terminal, a JSON
 * object now and then elsewhere.
 */
final class HarvestProgressLine {
  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final String CLEAR = "\r\u001b[K";
  private static final int CELLS = 20;
  private static final int PERCENT = 100;

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final long start;
  private long nextAt;
  private int doneBefore = -1;

  HarvestProgressLine(PrintWriter err, boolean terminal, LongSupplier nanos) {
    this.err = err;
    this.terminal = terminal;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.nextAt = start + (terminal ? ON_TERMINAL : QUIET).toNanos();
  }

  static HarvestProgressLine on(Session session) {
    return new HarvestProgressLine(
        session.err(), Boolean.getBoolean("influx.terminal"), System::nanoTime);
  }

  void show(HarvestProgress progress) {
    long now = nanos.getAsLong();
    if (doneBefore < 0 && progress.requested() > 0) {
      // what an earlier part of the run did says nothing of how fast this one is
      doneBefore = done(progress);
    }
    if (now - nextAt < 0) {
      return;
    }
    if (terminal) {
      err.print(CLEAR + bar(progress, now - start));
      err.flush();
    } else {
      err.println(json(progress, now - start));
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

  private String bar(HarvestProgress progress, long elapsed) {
    int requested = Math.max(1, progress.requested());
    int full = CELLS * done(progress) / requested;
    StringBuilder line =
        new StringBuilder("[")
            .append("#".repeat(full))
            .append(".".repeat(CELLS - full))
            .append(
                String.format(
                    Locale.ROOT,
                    "] %d %% · %,d of %,d · %,d found · %,d requests · %s",
                    PERCENT * done(progress) / requested,
                    done(progress),
                    progress.requested(),
                    progress.count(Ending.FOUND),
                    progress.requests(),
                    progress.spent().cost()));
    secondsLeft(progress, elapsed).ifPresent(left -> line.append(" · " + left + " s left"));
    progress.waitingUntil().ifPresent(until -> line.append(" · waits for X until " + until));
    return line.toString();
  }

  private String json(HarvestProgress progress, long elapsed) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("requested", progress.requested());
    line.put("done", done(progress));
    line.put("found", progress.count(Ending.FOUND));
    line.put("requests", progress.requests());
    line.put("reads", progress.spent().reads());
    secondsLeft(progress, elapsed).ifPresent(left -> line.put("seconds_left", left));
    progress.waitingUntil().ifPresent(until -> line.put("waiting_until", until.toString()));
    try {
      return new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written as JSON", e);
    }
  }

  /** At the pace so far; nothing before there is one. */
  private OptionalLong secondsLeft(HarvestProgress progress, long elapsed) {
    int here = done(progress) - Math.max(0, doneBefore);
    return here == 0
        ? OptionalLong.empty()
        : OptionalLong.of(
            Duration.ofNanos((long) ((double) elapsed / here * progress.pending())).toSeconds());
  }

  private static int done(HarvestProgress progress) {
    return progress.requested() - progress.pending();
  }
}
