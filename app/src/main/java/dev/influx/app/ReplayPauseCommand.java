package dev.influx.app;

import dev.influx.runtime.Explained;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.Replay.State;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A replay, asked to stop for a while. */
@Command(
    name = "pause",
    header = "Asks the process that works on a replay to stop for now.",
    footer = {"  influx replay pause m2-2-20261121t210000z"})
final class ReplayPauseCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the replay.")
  private String id;

  ReplayPauseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ReplayWork work = ReplayWork.on(session)) {
      Replay replay = work.find(id);
      if (replay.state() != State.RUNNING) {
        throw new Explained(
            "the replay " + id + " cannot be paused",
            "it is " + replay.state().action(),
            "see influx replay status " + id,
            null);
      }
      work.log().note(replay, State.PAUSING, "asked for");
      session.err().println("asked; influx replay wait " + id + " returns when it has stopped");
    }
    return ExitCode.OK.code();
  }
}
