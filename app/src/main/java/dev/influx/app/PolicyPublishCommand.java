package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.PolicyDesk;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.wire.Registry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A policy for all scorers of an installation to read. */
@Command(
    name = "publish",
    header = "Publishes a policy, so that it can be activated.",
    description = {
      "Checks it whole, and writes it with its model and lexicons to the topic of",
      "policies. Nothing is judged by it yet. What was published under an id is",
      "never replaced."
    },
    footer = {
      "  influx policy publish m2@2",
      "  influx policy publish my-policy.yml --reason 'less weight on followers'"
    })
final class PolicyPublishCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "P", description = "The id of a bundled policy, or a file.")
  private String policy;

  @Mixin private PolicyActor actor;

  PolicyPublishCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Policy chosen = new PolicyChoice(session).find(policy);
    Installation installation = PolicyActor.installation(session);
    try (Registry registry = installation.registry()) {
      boolean added = PolicyDesk.open(installation, registry).publish(chosen, actor.act());
      session
          .out()
          .println(
              chosen.id()
                  + (added ? " is published, " : " was published before, ")
                  + chosen.sha256());
    }
    return ExitCode.OK.code();
  }
}
