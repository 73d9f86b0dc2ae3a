package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.PolicyDesk;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who publishes or activates a policy, and why. */
final class PolicyActor {
  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does it. Default: the user of this process.")
  private String by = System.getProperty("user.name");

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; noted beside it.")
  private String reason;

  PolicyDesk.Act act() {
    return new PolicyDesk.Act(by, Clock.systemUTC().instant(), Optional.ofNullable(reason));
  }

  /** The installation to act on, which must be there. */
  static Installation installation(Session session) {
    return ForgetCommand.installation(session);
  }
}
