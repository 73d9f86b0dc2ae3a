package dev.influx.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.bench.RecoveryBench.Rounds;
import dev.influx.bench.load.Crowd;
import dev.influx.bench.load.UserFile;
import dev.influx.bench.micro.Micro;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line: figures on standard output, progress on standard error. */
@Command(
    name = "bench/run",
    description = "Measures the whole pipe on a broker of its own, and its pure code without one.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel =
        "(pipe | stores | replay | recovery | harvest | rescore | monitor | model | gates"
            + " | matcher | evaluate | snapshot | users)")
public final class Main {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
            .execute(arguments));
  }

  @Command(
      description = "Throughput and CPU of the scorer beside a copy loop and a hand-written loop.",
      mixinStandardHelpOptions = true)
  int pipe(
      @Mixin Options options,
      @Option(names = "--records", defaultValue = "1000000", description = "(1000000)")
          long records,
      @Option(names = "--authors", defaultValue = "100000", description = "(100000)") int authors,
      @Option(names = "--rounds", defaultValue = "1", description = "of every level (1)")
          int rounds,
      @Option(names = "--warm-up", defaultValue = "0.2", description = "share not counted (0.2)")
          double warmUp)
      throws JsonProcessingException {
    Crowd crowd = new Crowd(options.seed(), authors, records);
    PipeBench.Plan plan = new PipeBench.Plan(options.limitsAndScorers(), rounds, warmUp);
    return print(PipeBench.run(options.equipment(), crowd, plan, Main::progress), options.format());
  }

  @Command(
      description = "Throughput, restore and memory per author of each store.",
      mixinStandardHelpOptions = true)
  int stores(
      @Mixin Options options,
      @Option(names = "--records", defaultValue = "1000000", description = "(1000000)")
          long records,
      @Option(names = "--authors", defaultValue = "100000", description = "(100000)") int authors,
      @Option(names = "--rounds", defaultValue = "1", description = "of every store (1)")
          int rounds,
      @Option(names = "--warm-up", defaultValue = "0.2", description = "share not counted (0.2)")
          double warmUp)
      throws JsonProcessingException {
    Crowd crowd = new Crowd(options.seed(), authors, records);
    PipeBench.Plan plan = new PipeBench.Plan(options.scorers(), rounds, warmUp);
    return print(
        StoresBench.run(options.equipment(), crowd, plan, Main::progress), options.format());
  }

  @Command(
      description = "Throughput of a replay beside that of the scorer, over the same observations.",
      mixinStandardHelpOptions = true)
  int replay(
      @Mixin Options options,
      @Option(names = "--records", defaultValue = "400000", description = "(400000)") long records,
      @Option(names = "--authors", defaultValue = "100000", description = "(100000)") int authors,
      @Option(names = "--rounds", defaultValue = "3", description = "of each, in turns (3)")
          int rounds,
      @Option(names = "--warm-up", defaultValue = "0.2", description = "share not counted (0.2)")
          double warmUp)
      throws JsonProcessingException {
    Crowd crowd = new Crowd(options.seed(), authors, records);
    PipeBench.Plan plan = new PipeBench.Plan(options.scorerAndReplay(), rounds, warmUp);
    return print(PipeBench.run(options.equipment(), crowd, plan, Main::progress), options.format());
  }

  @Command(
      description = "Time to the first new verdict after a kill and after a clean stop.",
      mixinStandardHelpOptions = true)
  int recovery(
      @Mixin Options options,
      @Option(names = "--authors", defaultValue = "10000", description = "(10000)") int authors,
      @Option(names = "--rounds", defaultValue = "5", description = "of every store (5)")
          int rounds)
      throws JsonProcessingException {
    Crowd crowd = new Crowd(options.seed(), authors, authors);
    return print(
        RecoveryBench.run(
            options.equipment(),
            launcher(),
            crowd,
            options.scorers(),
            new Rounds(rounds, Main::progress)),
        options.format());
  }

  @Command(
      description =
          "Authors judged again a second after an activation, with observations coming in.",
      mixinStandardHelpOptions = true)
  int rescore(
      @Mixin Options options,
      @Option(names = "--authors", defaultValue = "100000", description = "(100000)") int authors,
      @Option(names = "--live-rate", defaultValue = "1000", description = "a second (1000)")
          int liveRate,
      @Option(names = "--rounds", defaultValue = "4", description = "changes of policy (4)")
          int rounds)
      throws JsonProcessingException {
    Crowd crowd = new Crowd(options.seed(), authors, authors);
    RescoreBench.Plan plan =
        new RescoreBench.Plan(options.scorers().get(0), liveRate, rounds, Main::progress);
    return print(RescoreBench.run(options.equipment(), crowd, plan), options.format());
  }

  @Command(
      description = "Authors a second that each policy scores, judges and explains on one core.",
      mixinStandardHelpOptions = true)
  int model(@Mixin MicroOptions options) throws JsonProcessingException {
    return print(options.measure(Micro.Subject.MODEL), options.format());
  }

  @Command(
      description = "Authors a second that all gates of a policy judge on one core.",
      mixinStandardHelpOptions = true)
  int gates(@Mixin MicroOptions options) throws JsonProcessingException {
    return print(options.measure(Micro.Subject.GATES), options.format());
  }

  @Command(
      description = "Bios a second that are folded and searched for all terms on one core.",
      mixinStandardHelpOptions = true)
  int matcher(@Mixin MicroOptions options) throws JsonProcessingException {
    return print(options.measure(Micro.Subject.MATCHER), options.format());
  }

  @Command(
      description = {
        "From HTTP answers to acknowledged records: profiles a second, CPU of each process,",
        "heap; or with --limits how much of each window of a rate limit is used."
      },
      mixinStandardHelpOptions = true)
  int harvest(@Mixin HarvestOptions options) throws IOException {
    return print(
        HarvestBench.run(options.equipment(), options.plan(), Main::progress), options.format());
  }

  @Command(
      description = "Writes synthetic X user objects to standard output, one a line.",
      mixinStandardHelpOptions = true)
  int users(
      @Parameters(paramLabel = "N", description = "how many") int users,
      @Option(names = "--seed", defaultValue = "42", description = "(42)") long seed)
      throws IOException {
    new UserFile(seed, users).writeTo(System.out);
    System.out.flush();
    return OK;
  }

  @Command(
      description = "Wall time and memory of influx evaluate over a file of synthetic users.",
      mixinStandardHelpOptions = true)
  int evaluate(
      @Option(names = "--users", defaultValue = "100000", description = "(100000)") int users,
      @Option(names = "--rounds", defaultValue = "5", description = "(5)") int rounds,
      @Option(names = "--seed", defaultValue = "42", description = "(42)") long seed,
      @Option(names = "--format", defaultValue = "table", description = "of the figures (table)")
          Options.Format format)
      throws IOException, InterruptedException {
    return print(
        EvaluateBench.run(launcher(), new UserFile(seed, users), rounds, Main::progress), format);
  }

  @Command(
      description = "Building the index of a list, and publishing snapshots from it.",
      mixinStandardHelpOptions = true)
  int snapshot(
      @Option(names = "--authors", defaultValue = "1000000", description = "(1000000)") int authors,
      @Option(names = "--changes", defaultValue = "10000", description = "(10000)") int changes,
      @Option(names = "--seed", defaultValue = "42", description = "(42)") long seed,
      @Option(names = "--directory", description = "where to work; emptied afterwards") Path parent,
      @Option(names = "--format", defaultValue = "table", description = "of the figures (table)")
          Options.Format format)
      throws Exception {
    return print(
        SnapshotBench.run(new SnapshotBench.Plan(authors, changes, seed), parent, Main::progress),
        format);
  }

  @Command(
      description = {
        "What the monitor of a cluster with many groups costs, and how soon its page says that a",
        "consumer has stopped."
      },
      mixinStandardHelpOptions = true)
  int monitor(@Mixin MonitorOptions options) throws JsonProcessingException {
    return print(MonitorBench.run(launcher(), options.plan(), Main::progress), options.format());
  }

  private static Path launcher() {
    return Path.of(System.getProperty("influx.root"), "influx");
  }

  private static int print(Report report, Options.Format format) throws JsonProcessingException {
    System.out.print(
        format == Options.Format.JSON
            ? JSON.writeValueAsString(report.data()) + "\n"
            : report.table());
    List<String> objections = report.objections();
    objections.forEach(objection -> System.err.println("do not trust this: " + objection));
    return objections.isEmpty() ? OK : FAILED;
  }

  private static void progress(String line) {
    System.err.println(line);
  }

  private static int explain(Exception failure) {
    System.err.println("the benchmark did not finish");
    System.err.println(failure.getMessage());
    System.err.println("see the messages above; free memory and disk, then run it again");
    return FAILED;
  }
}
