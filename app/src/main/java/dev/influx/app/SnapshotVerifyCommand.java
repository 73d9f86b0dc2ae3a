package dev.influx.app;

import dev.influx.app.config.ConfigResult;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.Wiring;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.files.Scratch;
import dev.influx.schemas.wire.Registry;
import dev.influx.sink.Recomputation;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.verify.Verification;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a snapshot is what its manifest says. */
@Command(
    name = "verify",
    header = "Checks a snapshot against its manifest, and the manifest against Kafka.",
    description = {
      "Computes all hashes, sizes, counts, ranks, the distribution and the id again,",
      "and holds every line against the schema; of the published one also the files",
      "that readers get. Ends with 3 when anything is not as it should be."
    },
    footer = {"  influx snapshot verify", "  influx snapshot verify 2026-11-21T09 --recompute"})
final class SnapshotVerifyCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ChosenSnapshot chosen;

  @Option(
      names = "--recompute",
      description = "Make the list again from the topics, up to the same offsets.")
  private boolean recompute;

  SnapshotVerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    StoredSnapshot snapshot = chosen.find(session);
    List<String> findings = new ArrayList<>(Verification.of(snapshot));
    Optional<Manifest> published = chosen.among().archive(session).current();
    if (published.filter(each -> isOf(each, snapshot)).isPresent()) {
      findings.addAll(
          Verification.ofFilesBeside(chosen.among().directory(session), published.get()));
    }
    if (recompute && findings.isEmpty()) {
      recompute(snapshot).ifPresent(findings::add);
    }
    findings.forEach(finding -> session.out().println(Shown.line(finding)));
    if (findings.isEmpty()) {
      session.out().println(snapshot.name() + " is as its manifest says");
    }
    return (findings.isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private static boolean isOf(Manifest manifest, StoredSnapshot snapshot) {
    return manifest.snapshotId().equals(snapshot.manifest().snapshotId());
  }

  private Optional<String> recompute(StoredSnapshot snapshot) throws IOException {
    ConfigResult.Loaded loaded = session.load();
    Installation installation = Installation.running(loaded, chosen.among().directory(session));
    installation.requireTopics();
    Policy policy = new PolicyChoice(session).find(null);
    Manifest manifest = snapshot.manifest();
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (Scratch scratch = Scratch.create("influx-recompute");
        Registry registry = installation.registry()) {
      Recomputation.Outcome outcome =
          new Recomputation(
                  installation.kafka(),
                  registry,
                  installation.topics(),
                  new Wiring(loaded.config(), installation, registry, meters).recheck(policy),
                  scratch.root())
              .of(manifest, previous(manifest));
      return judge(manifest, outcome);
    }
  }

  private Optional<StoredSnapshot> previous(Manifest manifest) throws IOException {
    return manifest.previous() == null
        ? Optional.empty()
        : chosen.among().archive(session).find(manifest.previous());
  }

  /** What the list that came out has against the manifest. */
  static Optional<String> judge(Manifest manifest, Recomputation.Outcome outcome) {
    if (manifest.sha256().equals(outcome.sha256())
        && manifest.counts().rejected().equals(outcome.rejected())) {
      return Optional.empty();
    }
    String found = outcome.withheld().map(why -> "no list: " + why).orElseGet(() -> found(outcome));
    String reservation =
        outcome.beyond()
            ? "; a topic goes on beyond the snapshot, and may have lost what later records replaced"
            : "";
    return Optional.of("made again from the topics, there comes out " + found + reservation);
  }

  private static String found(Recomputation.Outcome outcome) {
    return "a list of %d authors, SHA-256 %s, and rejected authors %s"
        .formatted(outcome.count(), outcome.sha256(), outcome.rejected());
  }
}
