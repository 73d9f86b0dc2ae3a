package dev.influx.app;

import picocli.CommandLine.Command;

/** What concerns the sink. */
@Command(
    name = "sink",
    header = "Runs the sink.",
    footer = {"  influx sink run"},
    subcommands = {SinkRunCommand.class})
final class SinkCommand {}
