package dev.influx.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The same observations under another policy, beside the live results. */
@Command(
    name = "replay",
    header = "Judges all observations again, beside the live list, and compares.",
    description = {
      "A replay is a scorer of its own over the raw topic, into topics of its own.",
      "Nothing live changes before it is promoted. Without a command it is planned,",
      "which touches nothing."
    },
    footer = {
      "  influx replay plan --policy m2@2 --out m2.plan.json",
      "  influx replay apply m2.plan.json",
      "  influx replay diff NAME --html diff.html",
      "  influx replay promote NAME --yes",
      "  influx replay abort NAME --yes"
    },
    subcommands = {
      ReplayPlanCommand.class,
      ReplayApplyCommand.class,
      ReplayStatusCommand.class,
      ReplayWaitCommand.class,
      ReplayPauseCommand.class,
      ReplayResumeCommand.class,
      ReplayDiffCommand.class,
      ReplayPromoteCommand.class,
      ReplayRollbackCommand.class,
      ReplayAbortCommand.class,
      ReplayListCommand.class,
      ReplayLogCommand.class
    })
final class ReplayCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private ReplayPlanning planning;

  ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return planning.perform(session, spec.commandLine());
  }
}
