package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.config.ConfigResult;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.Wiring;
import dev.influx.app.replay.ReplayLog;
import dev.influx.app.replay.ReplayPolicies;
import dev.influx.app.replay.ReplayPromotion;
import dev.influx.app.replay.ReplayRemoval;
import dev.influx.app.replay.ReplayRun;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.replay.Replay;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** What commands about replays work with: the installation, its registry, and the log. */
final class ReplayWork implements AutoCloseable {
  private final Session session;
  private final Config config;
  private final Path data;
  private final Installation installation;
  private final Registry registry;
  private final ReplayLog log;

  private ReplayWork(Session session, Config config, Installation installation, Path data) {
    this.session = session;
    this.config = config;
    this.data = data;
    this.installation = installation;
    this.registry = installation.registry();
    this.log = new ReplayLog(installation, registry, Clock.systemUTC(), user());
  }

  /** Fails when the topics are not there. */
  static ReplayWork on(Session session) {
    ConfigResult.Loaded loaded = session.load();
    Path data = session.surroundings().directory().resolve(loaded.config().sink().dataDir());
    Installation installation = Installation.running(loaded, data);
    installation.requireTopics();
    return new ReplayWork(session, loaded.config(), installation, data);
  }

  /** On an installation of which it is known where it is, whether or not it has its topics yet. */
  static ReplayWork over(Session session, Config config, Installation installation, Path data) {
    return new ReplayWork(session, config, installation, data);
  }

  /** Who does what is noted. */
  String user() {
    return System.getProperty("user.name");
  }

  /** Where the sink keeps what it publishes. */
  Path data() {
    return data;
  }

  Installation installation() {
    return installation;
  }

  Registry registry() {
    return registry;
  }

  ReplayLog log() {
    return log;
  }

  Replay find(String id) {
    return log.find(id);
  }

  /** The policy of a replay, which may be one that a person has to name. */
  Policy policy(Replay replay, String named) {
    Optional<Policy> given = Optional.ofNullable(named).map(new PolicyChoice(session)::find);
    return new ReplayPolicies(installation, registry).find(replay.plan().policy(), given);
  }

  ReplayRun run(Long rate) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Wiring wiring = new Wiring(config, installation, registry, meters);
    return new ReplayRun(wiring, log, states(), Optional.ofNullable(rate));
  }

  ReplayPromotion promotion() {
    return new ReplayPromotion(installation, registry, log, run(null), Clock.systemUTC());
  }

  ReplayRemoval removal() {
    return new ReplayRemoval(installation, registry, states());
  }

  /** Where a scorer may answer that runs by this configuration. */
  Optional<InetSocketAddress> endpoint() {
    return config.http().address();
  }

  /** Beside what the sink keeps, so that replays of one machine stand together. */
  private Path states() {
    return data.resolve("replays");
  }

  @Override
  public void close() throws IOException {
    registry.close();
  }
}
