package dev.influx.app;

import dev.influx.app.pipe.StopSignal;
import dev.influx.runtime.Secret;
import dev.influx.simulator.AccessToken;
import dev.influx.simulator.Simulator;
import dev.influx.simulator.SimulatorSettings;
import dev.influx.simulator.SimulatorSettings.Access;
import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.users.UsersFile;
import dev.influx.simulator.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The X API on this machine, with invented authors that say so. */
@Command(
    name = "sim",
    header = "Runs a local X API with synthetic authors until it is stopped.",
    description = {
      "Requests need a bearer token: the one in INFLUX_API_TOKEN, or else a random",
      "one, which is printed. The same seed makes the same world. Seeds for a",
      "harvester: GET /_sim/seeds.csv. All of it: docs/simulator.md"
    },
    footer = {
      "  influx sim",
      "  influx sim --port 8090 --authors 50000 --seed 7",
      "  influx sim --limit 20/10s --dialect mixed",
      "  influx sim --script faults.yml --credits 5 --journal requests.jsonl",
      "  influx sim --users people.jsonl --limit off"
    })
final class SimCommand implements Callable<Integer> {
  private static final Duration LONG = Duration.ofDays(1);

  private final Session session;

  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Where to listen. Default: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8090",
      description = "0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @ArgGroup private Whom whom = new Whom();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Which world. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "3600",
      description = "Seconds of the world in a second. Default: ${DEFAULT-VALUE}.")
  private double speed;

  @Mixin private SimLimits limits;

  @Mixin private SimAnswers answers;

  @Option(
      names = "--not-enrolled",
      description = "Status 403 for all: the app belongs to no project.")
  private boolean notEnrolled;

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "What is to go wrong, and when: YAML.")
  private Path script;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Note every request behind what the file holds, a line of JSON each.")
  private Path journal;

  SimCommand(Session session) {
    this.session = session;
  }

  /** Authors are made up, or read. */
  private static final class Whom {
    @Option(
        names = "--authors",
        paramLabel = "N",
        description = "How many to make up. Default: 2000.")
    private int authors = 2_000;

    @Option(
        names = "--users",
        paramLabel = "FILE",
        description = "Read them instead: JSON lines in the shape of X.")
    private Path users;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (StopSignal signal = StopSignal.install();
        Simulator simulator = start()) {
      session
          .err()
          .println(
              "simulator of %d authors at %s; Ctrl-C stops it"
                  .formatted(simulator.population().size(), simulator.uri()));
      while (!signal.await(LONG)) {
        session.err().println("simulator at virtual time " + simulator.virtualTime());
      }
    }
    return ExitCode.INTERRUPTED.code();
  }

  private Simulator start() {
    SimulatorSettings settings = settings();
    return whom.users == null
        ? Simulator.start(settings)
        : Simulator.start(settings, UsersFile.read(resolve(whom.users)));
  }

  /** Values that cannot be are mistakes of the command line. */
  private SimulatorSettings settings() {
    try {
      return withFiles(
          SimulatorSettings.defaults()
              .withHost(host)
              .withPort(port)
              .withAuthors(whom.authors)
              .withSeed(seed)
              .withVirtualTime(World.START, speed)
              .with(limits.limits())
              .with(limits.budget())
              .with(answers.answering())
              .with(answers.paging()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private SimulatorSettings withFiles(SimulatorSettings settings) {
    SimulatorSettings scripted =
        script == null ? settings : settings.with(FaultScript.read(resolve(script)));
    SimulatorSettings noted = journal == null ? scripted : scripted.withJournal(resolve(journal));
    return noted.with(access(noted.access()));
  }

  private Path resolve(Path file) {
    return session.surroundings().directory().resolve(file);
  }

  /** The token of a simulator opens nothing else, so what is random may be shown. */
  private Access access(Access random) {
    Optional<AccessToken> given =
        session.config().harvest().api().bearerToken().map(Secret::reveal).map(AccessToken::of);
    if (given.isEmpty()) {
      session.out().println("export INFLUX_API_TOKEN='" + random.token().value() + "'");
      session
          .err()
          .println("key " + random.key() + ", secret " + random.secret().value() + " get it too");
    }
    return new Access(given.orElse(random.token()), random.key(), random.secret(), !notEnrolled);
  }
}
