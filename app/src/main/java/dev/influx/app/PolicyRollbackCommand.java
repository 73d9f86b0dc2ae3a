package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.PolicyDesk;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.wire.Registry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The policy that was in force before. */
@Command(
    name = "rollback",
    header = "Puts the policy back into force that was in force before.",
    description = {
      "A second rollback takes back the first: the pointer knows where it was, and no",
      "more. All authors are judged again, as after an activation."
    },
    footer = {"  influx policy rollback --reason 'too many left the list'"})
final class PolicyRollbackCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private PolicyActor actor;

  PolicyRollbackCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = PolicyActor.installation(session);
    try (Registry registry = installation.registry()) {
      PolicyRef active = PolicyDesk.open(installation, registry).rollback(actor.act());
      session.out().println(active.getId() + " is active again");
    }
    return ExitCode.OK.code();
  }
}
