package dev.influx.app;

import picocli.CommandLine.Command;

/** What concerns the scorer. */
@Command(
    name = "scorer",
    header = "Runs the scorer.",
    footer = {"  influx scorer run"},
    subcommands = {ScorerRunCommand.class})
final class ScorerCommand {}
