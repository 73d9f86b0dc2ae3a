package dev.influx.monitor.web;

import dev.influx.runtime.Explained;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server with few threads, however many connections there are. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int THREADS = 16;
  private static final int FEWEST_THREADS = 4;
  private static final int MOST_CONNECTIONS = 1_500;
  private static final int MOST_HEADER_BYTES = 16 << 10;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Server server;
  private final ServerConnector connector;
  private final EventStream events;

  private WebServer(Server server, ServerConnector connector, EventStream events) {
    this.server = server;
    this.connector = connector;
    this.events = events;
  }

  /** Listens at once; port 0 takes a free one. The events end with the server. */
  public static WebServer start(WebSettings settings, Site site, EventStream events) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, FEWEST_THREADS);
    threads.setName("influx-page");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.address().getAddress().getHostAddress());
    connector.setPort(settings.address().getPort());
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.setHandler(new Front(new Doorman(settings), site, events));
    server.setErrorHandler(new PlainErrors());
    return started(new WebServer(server, connector, events), settings.address());
  }

  private static WebServer started(WebServer web, InetSocketAddress address) {
    try {
      web.server.start();
      return web;
    } catch (Exception e) {
      web.close();
      throw new Explained(
          "the monitor cannot listen on " + address.getHostString() + ":" + address.getPort(),
          e.getMessage(),
          "set monitor.port to a free port, or to 0 for any free one",
          e);
    }
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
  }

  @Override
  public void close() {
    events.close();
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("the HTTP server did not stop in order: {}", e.toString());
    }
  }
}
