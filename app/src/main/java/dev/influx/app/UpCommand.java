package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.config.Durations;
import dev.influx.app.pipe.Addresses;
import dev.influx.app.pipe.MonitorSource;
import dev.influx.app.pipe.PipeSettings;
import dev.influx.app.pipe.StopSignal;
import dev.influx.app.pipe.Supervision;
import dev.influx.app.pipe.Supervision.Ending;
import dev.influx.app.pipe.WholePipe;
import dev.influx.lists.policies.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The whole pipe in this process. */
@Command(
    name = "up",
    header = "Runs the whole pipe in one process: no Docker, no token, no services.",
    description = {
      "Starts a Kafka broker, a schema registry, a simulator of the X API with",
      "invented authors, the harvester, the scorer and the sink. The list is",
      "DIR/latest.jsonl. A second run on the same directory goes on where the first",
      "one stopped."
    },
    footer = {
      "  influx up",
      "  influx up --authors 10000 --data /tmp/influx --for 5m",
      "  influx up --until-idle && wc -l data/latest.jsonl"
    })
final class UpCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--authors",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many authors are simulated. Default: ${DEFAULT-VALUE}.")
  private int authors;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Which simulated world. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept. Default: sink.data_dir.")
  private Path data;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Stop after this time, such as 90s or 10m.")
  private Duration limit;

  @Option(
      names = "--until-idle",
      description = "Stop when every seed has been harvested, scored and published.")
  private boolean untilIdle;

  @Option(
      names = "--refresh",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = TimeConverter.class,
      description = "How often every author is asked for again. Default: ${DEFAULT-VALUE}.")
  private Duration refresh;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      description = "Default: the one of kafka.bootstrap_servers, or a free one.")
  private Integer brokerPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description = "Default: the one of registry.url, or a free one.")
  private Integer registryPort;

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = "The policy to judge by. Default: scorer.policy.")
  private String policy;

  @Option(
      names = "--page-port",
      paramLabel = "PORT",
      description = "Of the page. Default: monitor.port, or a free one.")
  private Integer pagePort;

  @Option(names = "--no-page", description = "Without the monitor and its page.")
  private boolean noPage;

  UpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Config config = session.config();
    PipeSettings settings = settings(config);
    ProgressLine progress = ProgressLine.on(session);
    try (StopSignal signal = StopSignal.install();
        WholePipe pipe = WholePipe.start(settings, config, progress::step)) {
      announce(pipe.addresses(), settings.policy(), directory(config), progress);
      pipe.monitor().ifPresent(it -> monitor(config).announce(it, progress::say));
      progress.say("Ctrl-C stops; the same command goes on from there");
      Ending ending = watch(pipe, signal, progress);
      progress.end(
          ending == Ending.DONE ? "every seed is harvested, scored and published" : "stopping");
      return (ending == Ending.SIGNAL ? ExitCode.INTERRUPTED : ExitCode.OK).code();
    }
  }

  private Ending watch(WholePipe pipe, StopSignal signal, ProgressLine progress)
      throws InterruptedException {
    BooleanSupplier done = untilIdle ? pipe::complete : () -> false;
    Supervision supervision = new Supervision(pipe.parts(), Optional.ofNullable(limit), done);
    Ending ending = supervision.watch(signal, () -> progress.show(pipe::view));
    progress.showNow(pipe::view);
    return ending;
  }

  private void announce(Addresses addresses, Policy policy, Path directory, ProgressLine progress) {
    progress.say("broker     " + addresses.broker());
    progress.say("registry   " + addresses.registry());
    progress.say("simulator  " + addresses.simulator() + "   (invented authors)");
    progress.say("policy     " + policy.id() + "   (lets invented authors in)");
    progress.say("list       " + directory.resolve("latest.jsonl"));
  }

  private MonitorStart monitor(Config config) {
    return new MonitorStart(
        session,
        config,
        directory(config).resolve("monitor"),
        Ports.choose(pagePort, config.monitor().port()));
  }

  private PipeSettings settings(Config config) {
    return new PipeSettings(
        directory(config),
        Ports.choose(brokerPort, Ports.ofAddress(config.kafka().bootstrapServers())),
        Ports.choose(registryPort, config.registry().url().getPort()),
        new PolicyChoice(session).find(policy).allowingSimulated(),
        authors,
        seed,
        refresh,
        noPage ? Optional.empty() : Optional.of(monitorSource(config)));
  }

  private MonitorSource monitorSource(Config config) {
    return (installation, connections, parts) ->
        monitor(config)
            .start(
                connections,
                ReplayWork.over(session, config, installation, directory(config)),
                parts);
  }

  private Path directory(Config config) {
    Path chosen = data == null ? config.sink().dataDir() : data;
    return session.surroundings().directory().resolve(chosen);
  }

  /** {@code 90s}, {@code 10m}. */
  private static final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
