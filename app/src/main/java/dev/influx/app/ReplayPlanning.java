package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.app.replay.ReplayPlanner;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.scorer.replay.PlanFile;
import dev.influx.scorer.replay.ReplayPlan;
import dev.influx.scorer.replay.Shadow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that say what to plan, and the planning itself: of the group, and of its command. */
final class ReplayPlanning {
  private static final double MEGABYTE = 1e6;

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = "The policy to judge by: an id, or a file. Default: scorer.policy.")
  private String policy;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Of the replay. Default: after the policy and the time.")
  private String name;

  @Mixin private ReplayRanges ranges;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the plan there, for influx replay apply.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; json is the plan as a file has it.")
  private Format format;

  int perform(Session session, CommandLine command) throws IOException {
    try (ReplayWork work = ReplayWork.on(session)) {
      ReplayPlan plan = plan(session, command, work);
      byte[] written = PlanFile.bytes(plan);
      if (out != null) {
        write(session.surroundings().directory().resolve(out), written);
      }
      switch (format) {
        case TABLE -> lines(plan, work).forEach(session.out()::println);
        case JSON -> session.out().println(new String(written, UTF_8));
      }
      if (out != null) {
        session.err().println("nothing was done; carry it out with: influx replay apply " + out);
      }
    }
    return ExitCode.OK.code();
  }

  private ReplayPlan plan(Session session, CommandLine command, ReplayWork work) {
    Policy judge = new PolicyChoice(session).find(policy);
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    String id = name == null ? ReplayPlan.nameFor(judge.id(), now) : name;
    try {
      Shadow.of(work.installation().topics(), id);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command, "--name " + name + ": at most 63 of a-z, 0-9, '_' and '-'", e);
    }
    ReplayPlanner.Wish wish = new ReplayPlanner.Wish(id, judge, ranges.range(command));
    return new ReplayPlanner(work.installation(), work.registry())
        .plan(wish, now, work.log().events(), read -> {});
  }

  private static void write(Path file, byte[] plan) {
    try {
      Files.write(file, plan);
    } catch (IOException e) {
      throw new Explained(
          "the plan could not be written", e.toString(), "name another file with --out", e);
    }
  }

  private static List<String> lines(ReplayPlan plan, ReplayWork work) {
    ReplayPlan.World world = plan.world();
    ReplayPlan.Volume volume = plan.volume();
    List<String> lines = new ArrayList<>();
    lines.add("replay       " + plan.id());
    lines.add("policy       " + plan.policy().id() + "  " + plan.policy().sha256());
    lines.add("range        " + plan.range());
    lines.add(
        String.format(
            Locale.ROOT,
            "to judge     %,d observations of %,d authors, %.1f MB",
            volume.records(),
            volume.authors(),
            volume.bytes() / MEGABYTE));
    lines.add(
        String.format(
            Locale.ROOT,
            "to read      %,d observations in %d partitions of %s",
            world.records(),
            world.extents().size(),
            world.raw()));
    lines.add(String.format(Locale.ROOT, "left out     %,d of the forgotten", volume.forgotten()));
    lines.add(
        String.format(
            Locale.ROOT,
            "gone         %,d were deleted before; no replay brings them back",
            world.deleted()));
    lines.add("takes        " + time(volume.seconds(world.records())) + measured(volume));
    lines.add("will make");
    Shadow.of(work.installation().topics(), plan.id()).names().forEach(it -> lines.add("  " + it));
    lines.add("hash         " + PlanFile.hash(plan));
    return lines;
  }

  private static String time(Optional<Long> seconds) {
    return seconds
        .map(known -> "about " + Shown.time(Duration.ofSeconds(Math.max(1, known))))
        .orElse("unknown");
  }

  private static String measured(ReplayPlan.Volume volume) {
    return volume
        .recordsPerSecond()
        .map(
            rate ->
                String.format(
                    Locale.ROOT, " at %,d a second: %s", rate, volume.measured().orElse("")))
        .orElse("");
  }
}
