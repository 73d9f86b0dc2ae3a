package dev.influx.app;

import picocli.CommandLine.Command;

/** What concerns the harvester. */
@Command(
    name = "harvest",
    header = "Asks X for authors.",
    footer = {
      "  influx harvest run",
      "  influx harvest run --once --seeds my-seeds.csv",
      "  influx harvest import --as-of 2025-11-28T00:00:00Z users.jsonl"
    },
    subcommands = {HarvestRunCommand.class, HarvestImportCommand.class})
final class HarvestCommand {}
