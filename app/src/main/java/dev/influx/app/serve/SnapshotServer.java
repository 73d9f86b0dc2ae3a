package dev.influx.app.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.influx.runtime.Explained;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gives what was published to whoever asks. */
public final class SnapshotServer implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int NO_BODY = -1;

  private final PublishedFiles files;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, SnapshotServer::daemon);

  private SnapshotServer(PublishedFiles files, HttpServer server) {
    this.files = files;
    this.server = server;
  }

  /** Listens at once; port 0 takes a free one. */
  public static SnapshotServer start(InetSocketAddress address, Path data) {
    SnapshotServer server = new SnapshotServer(new PublishedFiles(data), bind(address));
    server.server.setExecutor(server.threads);
    server.server.createContext("/", server::answer);
    server.server.start();
    return server;
  }

  private static HttpServer bind(InetSocketAddress address) {
    try {
      return HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new Explained(
          "snapshots cannot be served on " + address,
          e.getMessage(),
          "free the port, or name another with --port",
          e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "influx-serve");
    thread.setDaemon(true);
    return thread;
  }

  /** Where it listens. */
  public URI uri() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = files.reply(request(exchange));
      Headers headers = exchange.getResponseHeaders();
      headers.set("X-Content-Type-Options", "nosniff");
      reply.headers().forEach(headers::set);
      if (reply.content().isPresent()) {
        send(reply.status(), reply.content().get(), exchange);
      } else {
        exchange.sendResponseHeaders(reply.status(), NO_BODY);
      }
    }
  }

  private static Request request(HttpExchange exchange) {
    Headers asked = exchange.getRequestHeaders();
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        name -> Optional.ofNullable(asked.get(name)).map(all -> String.join(", ", all)));
  }

  private static void send(int status, Reply.Part part, HttpExchange exchange) throws IOException {
    try (OpenFile file = part.file()) {
      long length = part.range().length();
      exchange.sendResponseHeaders(status, length == 0 ? NO_BODY : length);
      file.copy(part.range(), exchange.getResponseBody());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
