package dev.influx.app;

import picocli.CommandLine.Command;

/** What concerns published snapshots. */
@Command(
    name = "snapshot",
    header = "Makes, shows, checks, compares, exports and serves snapshots of the list.",
    footer = {
      "  influx snapshot create",
      "  influx snapshot list",
      "  influx snapshot verify --recompute",
      "  influx snapshot diff 2026-11-20 latest",
      "  influx snapshot export --format ids --out ids.txt"
    },
    subcommands = {
      SnapshotCreateCommand.class,
      SnapshotListCommand.class,
      SnapshotShowCommand.class,
      SnapshotVerifyCommand.class,
      SnapshotDiffCommand.class,
      SnapshotExportCommand.class,
      SnapshotGcCommand.class,
      SnapshotServeCommand.class
    })
final class SnapshotCommand {}
