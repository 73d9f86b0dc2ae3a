package dev.influx.app;

import picocli.CommandLine.Command;

/** What concerns the topics and schemas of an installation. */
@Command(
    name = "topics",
    header = "Creates, adjusts and lists the topics and schemas of an installation.",
    footer = {"  influx topics apply", "  influx topics list --format json"},
    subcommands = {TopicsApplyCommand.class, TopicsListCommand.class})
final class TopicsCommand {}
