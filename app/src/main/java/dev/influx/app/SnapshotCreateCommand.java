package dev.influx.app;

import dev.influx.app.config.ConfigResult;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.Wiring;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.schemas.wire.Registry;
import dev.influx.sink.RunningSink;
import dev.influx.sink.files.UnableToOpenPublishDirectoryException;
import dev.influx.sink.requests.RequestBox;
import dev.influx.sink.requests.SnapshotAnswer;
import dev.influx.sink.requests.SnapshotRequest;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A snapshot now, by the sink that runs on the directory or by one for this purpose. */
@Command(
    name = "create",
    header = "Publishes a snapshot of all that is in the topic now.",
    description = {
      "Asks the sink that runs on sink.data_dir; where none does, reads the topic",
      "itself. Ends with 3, and says why, when the snapshot is withheld by a gate."
    },
    footer = {
      "  influx snapshot create",
      "  influx snapshot create --force \"the seeds of one domain were dropped\""
    })
final class SnapshotCreateCommand implements Callable<Integer> {
  private static final long PAUSE_MILLIS = 100;

  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private Snapshots snapshots;

  @Option(
      names = "--force",
      paramLabel = "REASON",
      description = {
        "Publish even if too many authors are gone, or scores are",
        "not distributed as asked. The reason goes into the manifest."
      })
  private String force;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait. Default: ${DEFAULT-VALUE}.")
  private long timeout;

  SnapshotCreateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (force != null && force.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--force is followed by no reason");
    }
    Path data = snapshots.directory(session);
    ConfigResult.Loaded loaded = session.load();
    Installation installation = Installation.running(loaded, data);
    Policy policy = new PolicyChoice(session).find(null);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (Registry registry = installation.registry()) {
      Wiring wiring = new Wiring(loaded.config(), installation, registry, meters);
      Optional<RunningSink> own = start(wiring, data, policy);
      try {
        return report(ask(RequestBox.in(data), own)).code();
      } finally {
        own.ifPresent(RunningSink::close);
      }
    }
  }

  /** Nothing where a sink is at work already. */
  private static Optional<RunningSink> start(Wiring wiring, Path data, Policy policy) {
    try {
      return Optional.of(wiring.sink(data, policy));
    } catch (UnableToOpenPublishDirectoryException e) {
      if (e.isInUse()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private SnapshotAnswer ask(RequestBox box, Optional<RunningSink> own)
      throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    box.ask(new SnapshotRequest(id, force));
    long end = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
    try {
      Optional<SnapshotAnswer> answer = box.takeAnswer(id);
      while (answer.isEmpty() && System.nanoTime() - end < 0) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        answer = box.takeAnswer(id);
      }
      return answer.orElseThrow(() -> unanswered(own));
    } finally {
      box.withdraw(id);
    }
  }

  private Explained unanswered(Optional<RunningSink> own) {
    String why =
        own.map(sink -> sink.health().reason())
            .orElse("the sink that runs there did not answer within " + timeout + " seconds");
    return new Explained(
        "no snapshot was made", why, "see its log, or wait longer with --timeout", null);
  }

  private ExitCode report(SnapshotAnswer answer) {
    if (answer.fresh()) {
      session.out().println(answer.snapshotId() == null ? "-" : answer.snapshotId());
      return ExitCode.OK;
    }
    session.err().println("error: the snapshot was not published");
    session.err().println("why: " + Shown.line(answer.withheld()));
    session
        .err()
        .println("what to do: see withheld/report.json beside the list; --force REASON may help");
    return ExitCode.CHECK_FAILED;
  }
}
