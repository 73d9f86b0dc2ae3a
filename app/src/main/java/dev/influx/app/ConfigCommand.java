package dev.influx.app;

import picocli.CommandLine.Command;

/** The group of commands about the configuration. */
@Command(
    name = "config",
    header = "Shows the configuration.",
    footer = "  influx config show --origin",
    subcommands = ConfigShowCommand.class)
final class ConfigCommand {}
