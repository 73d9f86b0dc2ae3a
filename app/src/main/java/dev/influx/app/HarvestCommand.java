package dev.influx.app;

import picocli.CommandLine.Command;

/** What concerns the harvester. */
@Command(
    name = "harvest",
    header = "Asks X for authors.",
    footer = {"  influx harvest run", "  influx harvest run --once --seeds my-seeds.csv"},
    subcommands = {HarvestRunCommand.class})
final class HarvestCommand {}
