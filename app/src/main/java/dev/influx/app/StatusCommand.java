package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.config.ConfigResult;
import dev.influx.app.pipe.Backlog;
import dev.influx.app.pipe.Backlog.UnableToLookException;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.PublishedList;
import dev.influx.app.pipe.Wiring;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.runtime.conservation.Conservation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How an installation is doing, at one glance. */
@Command(
    name = "status",
    header = "Shows how far the scorer and the sink have come, and the last snapshot.",
    description = {
      "Looks at kafka.bootstrap_servers and sink.data_dir. Where no cluster is",
      "configured and influx up runs on the data directory, at that one. In JSON with",
      "the policy in force, replays, snapshots and dead letters; and, where a monitor",
      "answers at monitor.host and monitor.port, with all that its page shows: rates,",
      "codes of rejections, scores, how the monitor itself is."
    },
    footer = {"  influx status", "  influx status --format json"})
final class StatusCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--data", paramLabel = "DIR", description = "Default: sink.data_dir.")
  private Path data;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ConfigResult.Loaded loaded = session.load();
    Installation installation = Installation.running(loaded, directory(loaded.config()));
    installation.requireTopics();
    Map<String, Object> status = look(installation, directory(loaded.config()));
    Optional<Conservation> account = Wiring.audit(installation, Clock.systemUTC()).look();
    switch (format) {
      case TABLE -> {
        status.put("account", account.map(ConservationReport::line).orElse(null));
        table(status).lines().forEach(session.out()::println);
      }
      case JSON -> {
        status.put("conservation", account.map(ConservationReport::json).orElse(null));
        Path directory = directory(loaded.config());
        status.putAll(StatusFacts.of(session, loaded.config(), installation, directory));
        status.putAll(StatusFacts.page(session, MonitorProbe.of(loaded, directory)));
        session.printJson(status);
      }
    }
    return ExitCode.OK.code();
  }

  private Path directory(Config config) {
    Path chosen = data == null ? config.sink().dataDir() : data;
    return session.surroundings().directory().resolve(chosen);
  }

  private static Map<String, Object> look(Installation installation, Path directory) {
    String raw = installation.topics().raw();
    String accepted = installation.topics().accepted();
    Map<String, Object> status = new LinkedHashMap<>();
    try (Backlog backlog = new Backlog(installation.kafka())) {
      status.put("broker", installation.kafka().bootstrapServers());
      status.put(
          "observations", backlog.ends(raw).values().stream().mapToLong(Long::longValue).sum());
      String scorer = Wiring.scorerGroup(installation);
      status.put("scorer_lag", backlog.lag(scorer, raw).orElse(null));
      status.put("settled", backlog.atRest(scorer, installation.topics().scorerInputs()));
      status.put("sink_lag", backlog.lag(Wiring.sinkGroup(installation), accepted).orElse(null));
    } catch (UnableToLookException e) {
      throw new UnableToReachBrokerException(installation.kafka(), e);
    }
    status.putAll(PublishedList.in(directory).describe());
    return status;
  }

  private static Table table(Map<String, Object> status) {
    Table table = new Table("WHAT", "VALUE");
    status.forEach(
        (key, value) -> table.add(key.replace('_', ' '), value == null ? "-" : value.toString()));
    return table;
  }
}
