package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.sink.files.Retention;
import dev.influx.sink.files.SnapshotArchive;
import dev.influx.sink.files.StoredSnapshot;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes snapshots that are no longer kept. */
@Command(
    name = "gc",
    header = "Removes the snapshots that nothing keeps any more.",
    description = {
      "Kept are the newest ones, the last one of each day for some days, and always",
      "the published one and the one before it. A sink does the same by itself."
    },
    footer = {"  influx snapshot gc --dry-run", "  influx snapshot gc --keep-last 5 --keep-days 7"})
final class SnapshotGcCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private Snapshots snapshots;

  @Option(names = "--keep-last", paramLabel = "N", description = "Default: sink.keep_last.")
  private Integer last;

  @Option(names = "--keep-days", paramLabel = "N", description = "Default: sink.keep_days.")
  private Integer days;

  @Option(names = "--dry-run", description = "Only name them.")
  private boolean dryRun;

  SnapshotGcCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Config.Sink sink = session.config().sink();
    Retention retention =
        new Retention(last == null ? sink.keepLast() : last, days == null ? sink.keepDays() : days);
    SnapshotArchive archive = snapshots.archive(session);
    for (StoredSnapshot each : archive.surplus(retention, Clock.systemUTC().instant())) {
      if (!dryRun) {
        archive.delete(each);
      }
      session.out().println(each.name());
    }
    return ExitCode.OK.code();
  }
}
