package dev.influx.app;

import picocli.CommandLine.Command;

/** What concerns the seed lists: whom to look at, and why. */
@Command(
    name = "seeds",
    header = "Checks, extends and counts the seed lists.",
    description = {
      "A seed is a handle with its domain and the evidence for it. Where the lists",
      "are: --seeds, or harvest.seeds, or lists/seeds; else those that come with",
      "influx. See docs/seeds.md."
    },
    footer = {
      "  influx seeds check",
      "  influx seeds add ann --domain edtech --evidence https://x.com/ann",
      "  influx seeds stats --accepted data/latest.jsonl",
      "  influx seeds refresh --list 1234567890 --domain edtech --out proposals.csv"
    },
    subcommands = {
      SeedsCheckCommand.class,
      SeedsAddCommand.class,
      SeedsStatsCommand.class,
      SeedsRefreshCommand.class
    })
final class SeedsCommand {}
