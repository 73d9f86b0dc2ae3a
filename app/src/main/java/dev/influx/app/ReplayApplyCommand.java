package dev.influx.app;

import dev.influx.app.replay.ReplayPolicies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.scorer.replay.PlanFile;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.ReplayPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A plan, carried out. */
@Command(
    name = "apply",
    header = "Carries a plan out in this process, until it is complete.",
    description = {
      "Refuses a plan that was changed, and one for a world that is no more: another",
      "cluster or raw topic, observations deleted, another policy in force. Ctrl-C",
      "pauses it; influx replay resume goes on where it stopped, also after a kill."
    },
    footer = {
      "  influx replay apply m2.plan.json",
      "  influx replay apply m2.plan.json --rate 5000     for the sake of live events"
    })
final class ReplayApplyCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PLAN", description = "A file that influx replay plan wrote.")
  private Path file;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Where the policy is, if it is neither bundled nor published.")
  private String policy;

  @Mixin private ReplayPace pace;

  ReplayApplyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ReplayPlan plan = read(session.surroundings().directory().resolve(file));
    try (ReplayWork work = ReplayWork.on(session)) {
      Optional<Policy> given = Optional.ofNullable(policy).map(new PolicyChoice(session)::find);
      Policy judge =
          new ReplayPolicies(work.installation(), work.registry()).find(plan.policy(), given);
      Replay replay = work.run(pace.recordsPerSecond()).apply(plan);
      return new ReplayRunning(session, work).run(replay, judge, pace).code();
    }
  }

  private static ReplayPlan read(Path file) {
    try {
      return PlanFile.read(file.toString(), Files.readAllBytes(file))
          .orElseThrow(
              faults ->
                  new Explained(
                      "the plan " + file + " cannot be carried out",
                      faults.stream().map(Object::toString).collect(Collectors.joining("\n     ")),
                      "make it anew with influx replay plan",
                      null));
    } catch (IOException e) {
      throw new Explained(
          "the plan " + file + " cannot be read", e.toString(), "check the path", e);
    }
  }
}
