package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.pipe.Wiring;
import dev.influx.app.serve.PublishedSite;
import dev.influx.monitor.board.BoardSettings;
import dev.influx.monitor.service.MonitorSettings;
import dev.influx.monitor.service.RunningMonitor;
import dev.influx.monitor.service.RunningMonitor.Connections;
import dev.influx.monitor.web.WebSettings;
import dev.influx.runtime.Health;
import dev.influx.runtime.Secret;
import dev.influx.schemas.topics.Topics;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts a monitor from the configuration. */
final class MonitorStart {
  private final Session session;
  private final Config config;
  private final Path states;
  private final InetSocketAddress address;
  private final OwnToken token;

  /**
   * Prepares one.
   *
   * @param states where it keeps its history and, if nobody gave it one, its token
   */
  MonitorStart(Session session, Config config, Path states, int port) {
    this.session = session;
    this.config = config;
    this.states = states;
    this.address = new InetSocketAddress(config.monitor().host(), port);
    this.token = new OwnToken(config.monitor().tokenFile(), states.resolve("token"));
  }

  /**
   * Starts it.
   *
   * @param work has to outlive the monitor
   * @param parts that run in this process
   */
  RunningMonitor start(
      Connections connections, ReplayWork work, Supplier<Map<String, Health>> parts) {
    boolean local = address.getAddress() != null && address.getAddress().isLoopbackAddress();
    Optional<Secret> secret = token.find(local);
    Topics topics = work.installation().topics();
    BoardSettings board =
        new BoardSettings(
            Version.number(),
            config.monitor().cluster(),
            topics,
            Wiring.scorerGroup(work.installation()),
            Wiring.sinkGroup(work.installation()),
            config.monitor().interval(),
            states.resolve("lag-series"),
            secret.isPresent());
    PageFacts facts = new PageFacts(session, work, parts);
    return RunningMonitor.start(
        new MonitorSettings(
            new WebSettings(address, secret, WebSettings.MOST_CLIENTS),
            board,
            states.resolve("lag-history"),
            group -> group.startsWith(topics.prefix() + "replay."),
            Optional.of(new PageActions(work, facts::lettersChanged)),
            new PublishedSite(work.data())),
        connections,
        facts);
  }

  /** Where it listens, and what opens more. */
  void announce(RunningMonitor monitor, Consumer<String> say) {
    say.accept("page       " + monitor.uri());
    token.file().ifPresent(it -> say.accept("           its buttons ask for the token in " + it));
  }
}
