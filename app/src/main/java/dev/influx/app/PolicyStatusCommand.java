package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.PolicyDesk;
import dev.influx.app.pipe.PolicyStanding;
import dev.influx.runtime.policies.PolicyBook;
import dev.influx.schemas.wire.Registry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The policy in force, and how far the scorers are with it. */
@Command(
    name = "status",
    header = "Shows the active policy, and by which one each scorer judges.",
    description = {
      "A scorer that judges all of its authors again says how many it has passed.",
      "One that cannot read the active policy goes on with the one before, and says",
      "why. What a scorer said last stands there until another has its partitions."
    },
    footer = {"  influx policy status", "  influx policy status --format json | jq .settled"})
final class PolicyStatusCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  PolicyStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = PolicyActor.installation(session);
    try (Registry registry = installation.registry()) {
      PolicyBook book = PolicyDesk.open(installation, registry).book();
      PolicyReport report = new PolicyReport(book, PolicyStanding.of(installation, book.pointer()));
      switch (format) {
        case TABLE -> report.lines().forEach(session.out()::println);
        case JSON -> session.printJson(report.data());
      }
    }
    return ExitCode.OK.code();
  }
}
