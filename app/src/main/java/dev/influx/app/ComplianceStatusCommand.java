package dev.influx.app;

import dev.influx.app.pipe.ComplianceStatus;
import dev.influx.app.pipe.Installation;
import dev.influx.schemas.wire.Registry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Requests to be forgotten, and whether they were met. */
@Command(
    name = "status",
    header = "Shows every request to be forgotten, and whether its deadline was met.",
    description = {
      "Looks into the topics: done and late were noted when they left, gone were",
      "not, open and overdue are still there. Ends with 3 when any is overdue."
    },
    footer = {
      "  influx compliance status",
      "  influx compliance status --note",
      "  influx compliance status --format json | jq .counts.overdue"
    })
final class ComplianceStatusCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--note", description = "Note as done now what is gone and was not noted.")
  private boolean note;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  ComplianceStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = ForgetCommand.installation(session);
    Instant now = Clock.systemUTC().instant();
    try (Registry registry = installation.registry()) {
      ComplianceStatus seen = ComplianceStatus.look(installation, registry, now);
      ComplianceStatus status = note ? seen.note(installation, registry, now) : seen;
      ComplianceReport report = new ComplianceReport(session);
      return switch (format) {
        case TABLE -> report.table(status).code();
        case JSON -> report.json(status).code();
      };
    }
  }
}
