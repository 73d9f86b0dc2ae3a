package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.ScorerPicture;
import dev.influx.schemas.wire.Registry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the scorer is put together. */
@Command(
    name = "topology",
    header = "Shows how the scorer is put together, in words or as a picture.",
    description = {"Asks neither a broker nor a registry."},
    footer = {"  influx topology", "  influx topology --svg > scorer.svg"})
final class TopologyCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--svg", description = "As a picture.")
  private boolean svg;

  TopologyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = Installation.of(session.config());
    try (Registry registry = installation.registry()) {
      ScorerPicture picture = ScorerPicture.of(installation, registry);
      session.out().print(svg ? picture.svg() : picture.text());
      session.out().flush();
    }
    return ExitCode.OK.code();
  }
}
