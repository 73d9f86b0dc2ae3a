package dev.influx.app;

import dev.influx.app.config.Durations;
import dev.influx.app.pipe.StopSignal;
import dev.influx.app.replay.ReplayPromotion;
import dev.influx.app.replay.ReplayProof;
import dev.influx.lists.policies.Policy;
import dev.influx.scorer.replay.Replay;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What was tried in a replay, put into force. */
@Command(
    name = "promote",
    header = "Activates the policy of a replay, and proves that it came out the same.",
    description = {
      "Publishes and activates the policy, waits until all authors were judged by it,",
      "lets the replay catch up, and compares both on every id, bit for bit. If they",
      "are the same the replay is deleted; if not the exit code is 3, and everything",
      "stays as it is: look, then promote again or roll back."
    },
    footer = {"  influx replay promote m2-2-20261121t210000z --yes"})
final class ReplayPromoteCommand implements Callable<Integer> {
  private static final int NAMED = 20;

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the replay.")
  private String id;

  @Option(names = "--yes", description = "Do it. Without this, only says what would be done.")
  private boolean yes;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "30m",
      converter = TimeConverter.class,
      description = "How long to wait for the scorers. Default: ${DEFAULT-VALUE}.")
  private Duration patience;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Where the policy is, if it is neither bundled nor published.")
  private String policy;

  ReplayPromoteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ReplayWork work = ReplayWork.on(session);
        StopSignal signal = StopSignal.install()) {
      Replay replay = work.find(id);
      Policy judge = work.policy(replay, policy);
      if (!yes) {
        session.out().println(judge.id() + " would be activated for all scorers");
        session.err().println("nothing was done: add --yes to activate it");
        return ExitCode.NEEDS_CONFIRMATION.code();
      }
      ReplayPromotion.Order order =
          new ReplayPromotion.Order(work.user(), patience, session.err()::println);
      ReplayProof proof = work.promotion().promote(replay, judge, order, signal);
      return conclude(work, proof).code();
    }
  }

  private ExitCode conclude(ReplayWork work, ReplayProof proof) throws InterruptedException {
    session
        .out()
        .println(
            proof.same()
                + " ids are the same, "
                + proof.different().size()
                + " differ, "
                + proof.newer()
                + " were seen too often to tell");
    if (proof.holds()) {
      work.removal().promoted(work.find(id), work.log(), proof);
      session.out().println(id + " is promoted; take it back with: influx replay rollback " + id);
      return ExitCode.OK;
    }
    proof.different().stream().limit(NAMED).forEach(each -> session.out().println("  " + each));
    work.log().note(work.find(id), Replay.State.COMPLETE, proof.refutation());
    session
        .err()
        .println(
            id
                + " is not promoted: its policy is active, and nothing was deleted. Look at the"
                + " authors above with influx history, then promote again, or go back with: influx"
                + " replay rollback "
                + id);
    return ExitCode.CHECK_FAILED;
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
