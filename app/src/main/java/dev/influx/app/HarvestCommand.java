package dev.influx.app;

import picocli.CommandLine.Command;

/** What concerns the harvester. */
@Command(
    name = "harvest",
    header = "Asks X for authors.",
    footer = {
      "  influx harvest run",
      "  influx harvest run --once --seeds my-seeds.csv",
      "  influx harvest plan --handles-file handles.txt",
      "  influx harvest bulk --handles-file handles.txt --max-cost 20",
      "  influx harvest import --as-of 2025-11-28T00:00:00Z users.jsonl"
    },
    subcommands = {
      HarvestRunCommand.class,
      HarvestBulkCommand.class,
      HarvestRefreshCommand.class,
      HarvestImportCommand.class,
      HarvestPlanCommand.class,
      HarvestOutcomesCommand.class,
      HarvestResumeCommand.class
    })
final class HarvestCommand {}
