package dev.influx.app;

import picocli.CommandLine.Command;

/** What concerns the policies: the models, lexicons and thresholds that decide over authors. */
@Command(
    name = "policy",
    header = "Lists, shows, checks, compares and activates policies.",
    description = {
      "A policy is a score model with its lexicons and thresholds, named by the",
      "SHA-256 of all of it. P is the id of a bundled one, or a file."
    },
    footer = {
      "  influx policy list",
      "  influx policy show m2@2",
      "  influx policy check my-policy.yml",
      "  influx policy diff m2@1 m2@2",
      "  influx policy publish m2@2 && influx policy activate m2@2"
    },
    subcommands = {
      PolicyListCommand.class,
      PolicyShowCommand.class,
      PolicyCheckCommand.class,
      PolicyDiffCommand.class,
      PolicyPublishCommand.class,
      PolicyActivateCommand.class,
      PolicyRollbackCommand.class,
      PolicyStatusCommand.class
    })
final class PolicyCommand {}
