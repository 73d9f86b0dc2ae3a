package dev.influx.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What one snapshot is made of. */
@Command(
    name = "show",
    header = "Prints the manifest of a snapshot.",
    footer = {"  influx snapshot show", "  influx snapshot show 2026-11-21T09 | jq .distribution"})
final class SnapshotShowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private Snapshots snapshots;

  @Parameters(
      arity = "0..1",
      paramLabel = "SNAPSHOT",
      defaultValue = Snapshots.LATEST,
      description = "How its name or id begins. Default: ${DEFAULT-VALUE}.")
  private String name;

  SnapshotShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    byte[] manifest = snapshots.find(session, name).manifest().toJson();
    session.out().print(new String(manifest, StandardCharsets.UTF_8));
    session.out().flush();
    return ExitCode.OK.code();
  }
}
