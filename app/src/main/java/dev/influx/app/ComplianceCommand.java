package dev.influx.app;

import picocli.CommandLine.Command;

/** What keeps an installation in line with requests to remove authors. */
@Command(
    name = "compliance",
    header = "Exports ids for X's batch compliance, applies results, shows requests.",
    footer = {
      "  influx compliance export --out ids.txt",
      "  influx compliance apply result.jsonl --dry-run",
      "  influx compliance status"
    },
    subcommands = {
      ComplianceExportCommand.class,
      ComplianceApplyCommand.class,
      ComplianceStatusCommand.class
    })
final class ComplianceCommand {}
