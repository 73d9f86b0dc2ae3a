package dev.influx.app;

import dev.influx.app.config.Durations;
import dev.influx.app.pipe.StopSignal;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.Replay.State;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** A replay, until it needs somebody. */
@Command(
    name = "wait",
    header = "Returns when a replay no longer runs; 0 if it is complete, else 3.",
    footer = {"  influx replay wait m2-2-20261121t210000z --for 30m"})
final class ReplayWaitCommand implements Callable<Integer> {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the replay.")
  private String id;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "1h",
      converter = TimeConverter.class,
      description = "At most so long. Default: ${DEFAULT-VALUE}.")
  private Duration patience;

  ReplayWaitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ReplayWork work = ReplayWork.on(session);
        StopSignal signal = StopSignal.install()) {
      long end = System.nanoTime() + patience.toNanos();
      Replay replay = work.find(id);
      while (isBusy(replay.state()) && System.nanoTime() < end) {
        if (signal.await(TICK)) {
          return ExitCode.INTERRUPTED.code();
        }
        replay = work.find(id);
      }
      session.out().println(replay.id() + " is " + replay.state().action());
      State state = replay.state();
      boolean complete = state == State.COMPLETE || state == State.PROMOTED;
      return (complete ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
    }
  }

  private static boolean isBusy(State state) {
    return switch (state) {
      case APPLIED, RUNNING, PAUSING, EXTENDED, ABORTING -> true;
      default -> false;
    };
  }

  /** {@code 30m}. */
  private static final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
