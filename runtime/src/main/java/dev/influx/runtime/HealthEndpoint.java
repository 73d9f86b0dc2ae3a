package dev.influx.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A small HTTP server: {@code /healthz} (lives), {@code /readyz} (works), {@code /metrics}. */
public final class HealthEndpoint implements AutoCloseable {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final HttpServer server;
  private final ExecutorService threads;

  private HealthEndpoint(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Listens at once; port 0 takes a free one. */
  public static HealthEndpoint start(
      InetSocketAddress address, PrometheusMeterRegistry metrics, List<? extends Running> parts) {
    HttpServer server = bind(address);
    ExecutorService threads = Executors.newFixedThreadPool(2, HealthEndpoint::daemon);
    server.setExecutor(threads);
    server.createContext(
        "/healthz", exchange -> health(exchange, parts, h -> h.state() != Health.State.FAILED));
    server.createContext(
        "/readyz", exchange -> health(exchange, parts, h -> h.state() == Health.State.READY));
    server.createContext(
        "/metrics", exchange -> answer(exchange, OK, Scrape.TYPE, Scrape.of(metrics)));
    server.start();
    return new HealthEndpoint(server, threads);
  }

  /** Shows something in words, and as a picture to whoever asks for {@code ?format=svg}. */
  public void show(String path, Supplier<String> text, Supplier<String> svg) {
    server.createContext(
        path,
        exchange -> {
          if ("format=svg".equals(exchange.getRequestURI().getQuery())) {
            answer(exchange, OK, "image/svg+xml", svg.get());
          } else {
            answer(exchange, OK, TEXT, text.get());
          }
        });
  }

  /**
   * Answers as well with what is found under the name after a path, as bytes. Only for whoever is
   * on this machine: where others can reach it, nothing is offered, for nobody is asked who they
   * are.
   *
   * @param path begins and ends with a slash
   */
  public void offer(String path, Function<String, Optional<byte[]>> lookup) {
    if (address().getAddress().isLoopbackAddress()) {
      server.createContext(path, exchange -> answer(exchange, find(exchange, path, lookup)));
    }
  }

  private static Optional<byte[]> find(
      HttpExchange exchange, String path, Function<String, Optional<byte[]>> lookup) {
    return exchange.getRequestMethod().equals("GET")
        ? lookup.apply(exchange.getRequestURI().getPath().substring(path.length()))
        : Optional.empty();
  }

  private static void answer(HttpExchange exchange, Optional<byte[]> found) throws IOException {
    if (found.isPresent()) {
      answer(exchange, OK, "application/octet-stream", found.get());
    } else {
      answer(exchange, NOT_FOUND, TEXT, "not here\n");
    }
  }

  private static HttpServer bind(InetSocketAddress address) {
    try {
      return HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new Explained(
          "the health endpoint cannot listen on " + address,
          e.getMessage(),
          "set http.port to a free port, or to 0 to go without",
          e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "influx-http");
    thread.setDaemon(true);
    return thread;
  }

  private static void health(
      HttpExchange exchange, List<? extends Running> parts, Predicate<Health> good)
      throws IOException {
    boolean allGood = parts.stream().map(Running::health).allMatch(good);
    String body = parts.stream().map(HealthEndpoint::line).collect(Collectors.joining());
    answer(exchange, allGood ? OK : UNAVAILABLE, TEXT, body);
  }

  private static String line(Running part) {
    Health health = part.health();
    return part.name() + ": " + health.state() + " (" + health.describe() + ")\n";
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  public InetSocketAddress address() {
    InetAddress host = server.getAddress().getAddress();
    return new InetSocketAddress(host, server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
