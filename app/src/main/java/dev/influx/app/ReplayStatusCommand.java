package dev.influx.app;

import dev.influx.app.pipe.Backlog.UnableToLookException;
import dev.influx.app.replay.ReplayProgress;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.scorer.replay.Replay;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How far a replay has come. */
@Command(
    name = "status",
    header = "Shows the state of a replay, how far it is, and how long the rest takes.",
    footer = {
      "  influx replay status m2-2-20261121t210000z",
      "  influx replay status m2-2-20261121t210000z --format json | jq .percent"
    })
final class ReplayStatusCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the replay.")
  private String id;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  ReplayStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try (ReplayWork work = ReplayWork.on(session)) {
      Replay replay = work.find(id);
      Optional<ReplayProgress> progress =
          replay.state().isOver() ? Optional.empty() : Optional.of(look(work, replay));
      Optional<Duration> remaining = progress.flatMap(it -> it.remaining(replay, Instant.now()));
      switch (format) {
        case TABLE -> table(replay, progress, remaining);
        case JSON -> session.printJson(json(replay, progress, remaining));
      }
    }
    return ExitCode.OK.code();
  }

  static ReplayProgress look(ReplayWork work, Replay replay) {
    try {
      return ReplayProgress.look(work.installation(), replay.plan());
    } catch (UnableToLookException e) {
      throw new UnableToReachBrokerException(work.installation().kafka(), e);
    }
  }

  private void table(
      Replay replay, Optional<ReplayProgress> progress, Optional<Duration> remaining) {
    session.out().println("replay    " + replay.id());
    session.out().println("policy    " + replay.plan().policy().id());
    session.out().println("range     " + replay.plan().range());
    session
        .out()
        .println(
            "state     "
                + replay.state().action()
                + " since "
                + replay.since()
                + replay.detail().map(detail -> " (" + Shown.line(detail) + ")").orElse(""));
    progress.ifPresent(
        it -> session.out().println("progress  " + ReplayRunning.line(it, remaining)));
  }

  private static Map<String, Object> json(
      Replay replay, Optional<ReplayProgress> progress, Optional<Duration> remaining) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("replay", replay.id());
    status.put("policy", replay.plan().policy().id());
    status.put("policy_sha256", replay.plan().policy().sha256());
    status.put("range", replay.plan().range().toString());
    status.put("state", replay.state().action());
    status.put("since", replay.since().toString());
    status.put("detail", replay.detail().orElse(null));
    status.put("read", progress.map(ReplayProgress::read).orElse(null));
    status.put("all", replay.plan().world().records());
    status.put("percent", progress.map(ReplayProgress::percent).orElse(null));
    status.put("seconds_left", remaining.map(Duration::toSeconds).orElse(null));
    return status;
  }
}
