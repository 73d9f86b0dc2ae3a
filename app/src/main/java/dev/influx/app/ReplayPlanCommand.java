package dev.influx.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a replay would do. */
@Command(
    name = "plan",
    header = "Says all that a replay would do, and touches nothing.",
    description = {
      "Reads the raw topic once to count. The plan names the offsets to which it",
      "reads: what is observed later is no part of it."
    },
    footer = {
      "  influx replay plan --policy m2@2 --out m2.plan.json",
      "  influx replay plan --policy mine.yml --domain fintech",
      "  influx replay plan --policy m2@2 --sample 5%% --format json"
    })
final class ReplayPlanCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private ReplayPlanning planning;

  ReplayPlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return planning.perform(session, spec.commandLine());
  }
}
