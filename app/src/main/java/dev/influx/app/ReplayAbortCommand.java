package dev.influx.app;

import dev.influx.scorer.replay.Replay;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A replay, given up. */
@Command(
    name = "abort",
    header = "Stops a replay and deletes what it made, and nothing else.",
    footer = {"  influx replay abort m2-2-20261121t210000z --yes"})
final class ReplayAbortCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the replay.")
  private String id;

  @Option(names = "--yes", description = "Do it. Without this, only says what would be deleted.")
  private boolean yes;

  ReplayAbortCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ReplayWork work = ReplayWork.on(session)) {
      Replay replay = work.find(id);
      if (yes) {
        Replay aborted = work.removal().abort(replay, work.log());
        session.out().println(id + " is aborted: " + aborted.detail().orElse(""));
        sayWhatStays(work, replay);
        return ExitCode.OK.code();
      }
      session.out().println("These would be deleted, with the group and the state of the replay:");
      work.removal().topics(replay).forEach(topic -> session.out().println("  " + topic));
      session.err().println("nothing was done: add --yes to delete them");
      return ExitCode.NEEDS_CONFIRMATION.code();
    }
  }

  /** Whoever stopped in the middle of a promotion may believe that nothing has changed. */
  private void sayWhatStays(ReplayWork work, Replay replay) {
    if (work.promotion().isActive(replay)) {
      String policy = replay.plan().policy().id();
      session
          .err()
          .println(policy + " stays active; to go back: influx replay rollback " + replay.id());
    }
  }
}
