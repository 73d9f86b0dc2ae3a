package dev.influx.embedded.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry on the network: the thin layer between HTTP and the routes of the API. */
public final class RegistryServer implements AutoCloseable {
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int THREADS = 4;
  private static final int NO_BODY = -1;

  static {
    // else every answer waits 40 ms for the client to acknowledge the headers; the JDK looks once,
    // when the first of its servers starts in this JVM
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer http;
  private final ExecutorService workers;
  private final Routes routes;

  private RegistryServer(HttpServer http, ExecutorService workers, Routes routes) {
    this.http = http;
    this.workers = workers;
    this.routes = routes;
  }

  /** Serves from now on; fails when the address cannot be had. */
  public static RegistryServer start(SchemaRegistry registry, InetSocketAddress address)
      throws IOException {
    HttpServer http = HttpServer.create(address, 0);
    RegistryServer server =
        new RegistryServer(
            http, Executors.newFixedThreadPool(THREADS, workerNames()), new Routes(registry));
    http.setExecutor(server.workers);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  private static ThreadFactory workerNames() {
    AtomicInteger next = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "influx-registry-" + next.getAndIncrement());
      thread.setDaemon(true);
      return thread;
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Response response = answer(exchange);
      exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
      send(exchange, response.status(), response.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private Response answer(HttpExchange exchange) throws IOException {
    try {
      return routes.answer(Request.of(exchange));
    } catch (Refusal refusal) {
      return Response.refused(refusal);
    }
  }

  public int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
    workers.shutdown();
  }
}
