package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.PolicyDesk;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.wire.Registry;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The policy by which all scorers of an installation judge from now on. */
@Command(
    name = "activate",
    header = "Puts a published policy into force, without a stop.",
    description = {
      "Scorers judge what comes in by it at once, and all authors they know again",
      "meanwhile; influx policy status says how far they are. The one before can be",
      "brought back with influx policy rollback."
    },
    footer = {
      "  influx policy activate m2@2",
      "  influx policy activate m2@2 --reason 'agreed on 12 March' --by ann"
    })
final class PolicyActivateCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", description = "The id of a published policy.")
  private String id;

  @Mixin private PolicyActor actor;

  @Option(
      names = "--yes",
      description = "Also if it lets invented authors in or keeps them out, unlike before.")
  private boolean yes;

  PolicyActivateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = PolicyActor.installation(session);
    try (Registry registry = installation.registry()) {
      PolicyDesk desk = PolicyDesk.open(installation, registry);
      Policy policy = desk.published(id);
      if (!yes && turnsAgainstSimulation(desk, policy)) {
        return ask(policy).code();
      }
      boolean moved = desk.activate(policy, actor.act());
      session
          .out()
          .println(
              policy.id() + (moved ? " is active" : " was active before") + ", " + policy.sha256());
    }
    return ExitCode.OK.code();
  }

  private static boolean turnsAgainstSimulation(PolicyDesk desk, Policy policy) {
    Optional<Policy> before = desk.inForce().flatMap(desk::find);
    return before.filter(one -> one.allowsSimulated() != policy.allowsSimulated()).isPresent();
  }

  private ExitCode ask(Policy policy) {
    session
        .out()
        .println(
            policy.allowsSimulated()
                ? policy.id() + " lets invented authors in, and the policy in force does not."
                : policy.id() + " refuses invented authors, and the policy in force lets them in.");
    session.out().println("Nothing was changed; add --yes to activate it all the same.");
    return ExitCode.NEEDS_CONFIRMATION;
  }
}
