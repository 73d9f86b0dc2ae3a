package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.RawCopy;
import dev.influx.schemas.wire.Registry;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The raw topic without those who asked to be removed. */
@Command(
    name = "rewrite",
    header = "Copies the raw topic without the observations of the forgotten.",
    description = {
      "Stop harvester and scorer first. All other records are copied as they are,",
      "into the same partitions; offsets change. The topic to copy to is made; one",
      "that ever held records is refused. What to do with the copy, and what is",
      "lost: docs/compliance.md."
    },
    footer = {
      "  influx compliance rewrite --to influx.profiles.kept",
      "  influx compliance rewrite --from influx.profiles.kept --to influx.profiles.raw"
    })
final class ComplianceRewriteCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--from", paramLabel = "TOPIC", description = "Default: the raw topic.")
  private String from;

  @Option(names = "--to", paramLabel = "TOPIC", required = true, description = "Where to copy.")
  private String to;

  ComplianceRewriteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Installation installation = ForgetCommand.installation(session);
    String source = from == null ? installation.topics().raw() : from;
    try (Registry registry = installation.registry()) {
      RawCopy.Counts counts = new RawCopy(installation, registry).copy(source, to);
      session.out().println(counts.copied() + " records copied, " + counts.leftOut() + " left out");
    }
    return ExitCode.OK.code();
  }
}
