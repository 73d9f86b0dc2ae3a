package dev.influx.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What one snapshot is made of. */
@Command(
    name = "show",
    header = "Prints the manifest of a snapshot.",
    footer = {"  influx snapshot show", "  influx snapshot show 2026-11-21T09 | jq .distribution"})
final class SnapshotShowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ChosenSnapshot chosen;

  SnapshotShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    byte[] manifest = chosen.find(session).manifest().toJson();
    session.out().print(new String(manifest, StandardCharsets.UTF_8));
    session.out().flush();
    return ExitCode.OK.code();
  }
}
