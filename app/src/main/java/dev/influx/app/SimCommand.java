package dev.influx.app;

import dev.influx.app.config.Durations;
import dev.influx.app.pipe.StopSignal;
import dev.influx.runtime.Secret;
import dev.influx.simulator.AccessToken;
import dev.influx.simulator.Dialect;
import dev.influx.simulator.Simulator;
import dev.influx.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The X API on this machine, with invented authors that say so. */
@Command(
    name = "sim",
    header = "Runs a local X API with synthetic authors until it is stopped.",
    description = {
      "Requests need a bearer token: the one in INFLUX_API_TOKEN, or else a random",
      "one, which is printed. The same seed makes the same world. Seeds for a",
      "harvester: GET /_sim/seeds.csv"
    },
    footer = {
      "  influx sim",
      "  influx sim --port 8090 --authors 50000 --seed 7",
      "  influx sim --limit 20/10s --dialect post"
    })
final class SimCommand implements Callable<Integer> {
  private static final Duration LONG = Duration.ofDays(1);

  private final Session session;

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

  @Option(
      names = "--authors",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private int authors;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Which world. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--limit",
      paramLabel = "N/TIME",
      defaultValue = "300/15m",
      converter = LimitConverter.class,
      description = "Requests per window, for each endpoint. Default: ${DEFAULT-VALUE}.")
  private Limit limit;

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      defaultValue = "legacy",
      description =
          "The vocabulary of the answers: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Dialect dialect;

  SimCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (StopSignal signal = StopSignal.install();
        Simulator simulator = Simulator.start(settings())) {
      session
          .err()
          .println(
              "simulator of " + authors + " authors at " + simulator.uri() + "; Ctrl-C stops it");
      while (!signal.await(LONG)) {
        session.err().println("simulator at virtual time " + simulator.virtualTime());
      }
    }
    return ExitCode.INTERRUPTED.code();
  }

  private SimulatorSettings settings() {
    return SimulatorSettings.defaults()
        .withHost(host)
        .withPort(port)
        .withAuthors(authors)
        .withSeed(seed)
        .withRateLimit(limit.requests(), limit.window())
        .withDialect(dialect)
        .withToken(token());
  }

  /** The token of a simulator opens nothing else, so a random one may be shown. */
  private AccessToken token() {
    return session
        .config()
        .harvest()
        .api()
        .bearerToken()
        .map(Secret::reveal)
        .map(AccessToken::of)
        .orElseGet(this::randomToken);
  }

  private AccessToken randomToken() {
    AccessToken token = AccessToken.random();
    session.out().println("export INFLUX_API_TOKEN='" + token.value() + "'");
    return token;
  }

  private record Limit(int requests, Duration window) {}

  /** {@code 300/15m}. */
  private static final class LimitConverter implements ITypeConverter<Limit> {
    @Override
    public Limit convert(String text) {
      String[] parts = text.split("/", -1);
      try {
        return new Limit(Integer.parseInt(parts[0]), Durations.parse(parts[1]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new TypeConversionException("write it as requests per time, such as 300/15m");
      }
    }
  }
}
