package dev.influx.app;

import dev.influx.app.pipe.StopSignal;
import dev.influx.app.replay.ReplayProgress;
import dev.influx.lists.policies.Policy;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.Replay.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A replay at work in this process, and what stderr says of it. */
final class ReplayRunning {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Session session;
  private final ReplayWork work;
  private Instant nextLine = Instant.MIN;

  ReplayRunning(Session session, ReplayWork work) {
    this.session = session;
    this.work = work;
  }

  ExitCode run(Replay replay, Policy policy, ReplayPace pace) throws InterruptedException {
    try (StopSignal signal = StopSignal.install()) {
      State end =
          work.run(pace.recordsPerSecond()).run(replay, policy, signal, this::sayNowAndThen);
      session.err().println(replay.id() + " is " + end.action());
      session.err().println(next(replay.id(), end));
      return switch (end) {
        case COMPLETE -> ExitCode.OK;
        case PAUSED -> ExitCode.INTERRUPTED;
        default -> ExitCode.FAILURE;
      };
    }
  }

  private static String next(String id, State end) {
    return switch (end) {
      case COMPLETE -> "compare it: influx replay diff " + id;
      case PAUSED -> "go on: influx replay resume " + id;
      default -> "see influx replay log " + id;
    };
  }

  private void sayNowAndThen(Replay replay, ReplayProgress progress) {
    Instant now = Instant.now();
    if (now.isBefore(nextLine)) {
      return;
    }
    nextLine = now.plus(BETWEEN_LINES);
    session.err().println(line(progress, progress.remaining(replay, now)));
  }

  static String line(ReplayProgress progress, Optional<Duration> remaining) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d observations (%.1f %%)%s",
        progress.read(),
        progress.all(),
        progress.percent(),
        remaining.map(left -> " · about " + Shown.time(left) + " left").orElse(""));
  }
}
