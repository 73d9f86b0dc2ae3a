package dev.influx.monitor.service;

import dev.influx.monitor.LagBook;
import dev.influx.monitor.LagMonitor;
import dev.influx.monitor.board.Board;
import dev.influx.monitor.board.BoardSite;
import dev.influx.monitor.board.Moment;
import dev.influx.monitor.facts.Neighbours;
import dev.influx.monitor.history.History;
import dev.influx.monitor.history.HistoryFile;
import dev.influx.monitor.history.UnableToKeepHistoryException;
import dev.influx.monitor.lag.LagSettings;
import dev.influx.monitor.metrics.ClusterMetrics;
import dev.influx.monitor.metrics.PipeMetrics;
import dev.influx.monitor.results.ResultsReader;
import dev.influx.monitor.sampling.ClusterSampler;
import dev.influx.monitor.web.EventStream;
import dev.influx.monitor.web.WebServer;
import dev.influx.runtime.Health;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.Running;
import dev.influx.schemas.wire.Registry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a cluster, and shows it to whoever asks. */
public final class RunningMonitor implements Running {
  private static final Logger LOG = LoggerFactory.getLogger(RunningMonitor.class);

  private final LagMonitor lag;
  private final Board board;
  private final WebServer web;
  private final Deque<Runnable> ends = new ArrayDeque<>();

  private RunningMonitor(MonitorSettings settings, Connections connections, Neighbours neighbours) {
    try {
      this.lag = lag(settings, connections.kafka());
      ends.push(lag::close);
      ResultsReader results =
          ResultsReader.start(
              connections.kafka(),
              connections.registry(),
              settings.board().topics(),
              Clock.systemUTC());
      ends.push(results::close);
      EventStream events = new EventStream(settings.web().mostClients());
      this.board =
          Board.start(
              settings.board(),
              new Board.Sources(lag, results, neighbours),
              events,
              Clock.systemUTC());
      ends.push(board::close);
      ClusterMetrics metrics = new ClusterMetrics(lag, settings.board().cluster());
      connections.meters().getPrometheusRegistry().register(metrics);
      ends.push(() -> connections.meters().getPrometheusRegistry().unregister(metrics));
      PipeMetrics ofPipe =
          new PipeMetrics(
              board::moment, settings.board().scorer(), settings.board().topics().raw());
      connections.meters().getPrometheusRegistry().register(ofPipe);
      ends.push(() -> connections.meters().getPrometheusRegistry().unregister(ofPipe));
      BoardSite site =
          new BoardSite(board, lag, connections.meters(), settings.actions(), settings.published());
      this.web = WebServer.start(settings.web(), site, events);
      ends.push(web::close);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What the monitor looks at, and where it puts its figures. */
  public record Connections(
      KafkaConnection kafka, Registry registry, PrometheusMeterRegistry meters) {}

  /** Listens at once; what it shows comes by and by. */
  public static RunningMonitor start(
      MonitorSettings settings, Connections connections, Neighbours neighbours) {
    return new RunningMonitor(settings, connections, neighbours);
  }

  private static LagMonitor lag(MonitorSettings settings, KafkaConnection kafka) {
    HistoryFile file = new HistoryFile(settings.history());
    return LagMonitor.start(
        ClusterSampler.connect(kafka, Clock.systemUTC()),
        new LagBook(LagSettings.usual(), settings.ofReplay(), history(file)),
        file,
        settings.board().interval(),
        Clock.systemUTC());
  }

  /** A history that cannot be read is no reason not to begin another. */
  private static History history(HistoryFile file) {
    try {
      return file.read(Clock.systemUTC().instant());
    } catch (UnableToKeepHistoryException e) {
      LOG.warn("the history of lag begins anew: {}", e.getMessage());
      return new History();
    }
  }

  /** Where its page is. */
  public URI uri() {
    InetSocketAddress at = web.address();
    String host = at.getHostString();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort());
  }

  /** All that is known now. */
  public Moment moment() {
    return board.moment();
  }

  @Override
  public String name() {
    return lag.name();
  }

  @Override
  public Health health() {
    return lag.health();
  }

  @Override
  public void close() {
    while (!ends.isEmpty()) {
      ends.pop().run();
    }
  }
}
