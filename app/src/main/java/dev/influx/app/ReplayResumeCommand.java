package dev.influx.app;

import dev.influx.lists.policies.Policy;
import dev.influx.scorer.replay.Replay;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A replay that stopped, continued. */
@Command(
    name = "resume",
    header = "Goes on with a replay where it stopped, in this process.",
    description = {
      "Whatever stopped it: a pause, Ctrl-C, a failure, or a kill. What it had done",
      "is done."
    },
    footer = {"  influx replay resume m2-2-20261121t210000z"})
final class ReplayResumeCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the replay.")
  private String id;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Where the policy is, if it is neither bundled nor published.")
  private String policy;

  @Mixin private ReplayPace pace;

  ReplayResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ReplayWork work = ReplayWork.on(session)) {
      Replay replay = work.find(id);
      Policy judge = work.policy(replay, policy);
      return new ReplayRunning(session, work).run(replay, judge, pace).code();
    }
  }
}
