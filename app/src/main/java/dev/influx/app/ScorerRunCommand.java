package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.lists.policies.Policy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** One instance of the scorer. */
@Command(
    name = "run",
    header = "Scores raw observations until it is stopped.",
    description = {
      "Judges by the active policy (influx policy activate), or by scorer.policy",
      "where none is active.",
      "Start more instances to share the work; each needs a name of its own",
      "(scorer.instance) that stays the same over its restarts, and a state",
      "directory of its own."
    },
    footer = {
      "  influx scorer run",
      "  influx scorer run -c scorer.instance=scorer-2 -c scorer.state_dir=data/scorer-2",
      "  influx scorer run -c http.port=9101     with /healthz, /readyz and /metrics"
    })
final class ScorerRunCommand implements Callable<Integer> {
  private final Session session;

  ScorerRunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Config.Scorer scorer = session.config().scorer();
    Policy policy = new PolicyChoice(session).find(scorer.policy());
    return new PartProcess<>(session, wiring -> wiring.scorer(policy, scorer.stateDir()))
        .run()
        .code();
  }
}
