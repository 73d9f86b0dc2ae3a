package dev.influx.app;

import picocli.CommandLine.Command;

/** What keeps an installation in line with requests to remove authors. */
@Command(
    name = "compliance",
    header = "What X says of authors who are gone, and what came of requests.",
    footer = {
      "  influx compliance export --out ids.txt",
      "  influx compliance apply result.jsonl --dry-run",
      "  influx compliance status"
    },
    subcommands = {
      ComplianceExportCommand.class,
      ComplianceApplyCommand.class,
      ComplianceStatusCommand.class,
      ComplianceRewriteCommand.class
    })
final class ComplianceCommand {}
