package dev.influx.app;

import dev.influx.app.replay.ReplayPromotion;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A promotion, taken back. */
@Command(
    name = "rollback",
    header = "Puts the policy back into force that was so before a promotion.",
    description = {"The scorers judge by it at once; influx policy status says how far they are."},
    footer = {"  influx replay rollback m2-2-20261121t210000z"})
final class ReplayRollbackCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the replay.")
  private String id;

  ReplayRollbackCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ReplayWork work = ReplayWork.on(session)) {
      ReplayPromotion.Order order =
          new ReplayPromotion.Order(work.user(), Duration.ZERO, session.err()::println);
      String before = work.promotion().rollback(work.find(id), order);
      session.out().println(before + " is active again");
    }
    return ExitCode.OK.code();
  }
}
