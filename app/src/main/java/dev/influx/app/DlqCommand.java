package dev.influx.app;

import picocli.CommandLine.Command;

/** Records that could not be read or processed. */
@Command(
    name = "dlq",
    header = "Lists, shows, puts back and discards dead letters.",
    description = {
      "A dead letter is a record that could not be read or processed, with the",
      "reason. It is kept for 30 days, whatever is decided about it."
    },
    footer = {
      "  influx dlq list",
      "  influx dlq show 2:15",
      "  influx dlq redrive --reason undecodable --yes",
      "  influx dlq discard 2:15 2:16 --yes"
    },
    subcommands = {
      DlqListCommand.class,
      DlqShowCommand.class,
      DlqRedriveCommand.class,
      DlqDiscardCommand.class
    })
final class DlqCommand {}
