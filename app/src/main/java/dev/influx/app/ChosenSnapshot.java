package dev.influx.app;

import dev.influx.sink.files.StoredSnapshot;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The one snapshot that a command is about. */
final class ChosenSnapshot {
  @Mixin private Snapshots snapshots;

  @Parameters(
      arity = "0..1",
      paramLabel = "SNAPSHOT",
      defaultValue = Snapshots.LATEST,
      description = "How its name or id begins. Default: ${DEFAULT-VALUE}.")
  private String name;

  StoredSnapshot find(Session session) throws IOException {
    return snapshots.find(session, name);
  }

  /** Those it is one of. */
  Snapshots among() {
    return snapshots;
  }
}
