package dev.influx.app;

import picocli.CommandLine.Command;

/** The group of commands about the monitor. */
@Command(
    name = "monitor",
    header = "Runs the monitor, with its page and its metrics.",
    subcommands = MonitorRunCommand.class)
final class MonitorCommand {}
