package dev.influx.app.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.influx.runtime.Explained;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Gives published lists, manifests and snapshots to whoever asks, as they are at that moment. What
 * else is in the directory has no address.
 */
public final class SnapshotServer implements AutoCloseable {
  /** Names that influx gives to what it publishes; none of them leads anywhere else. */
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "/(latest\\.jsonl|latest\\.jsonl\\.gz|manifest\\.json"
              + "|snapshots/\\d{4}-\\d{2}-\\d{2}T\\d{6}Z-[0-9a-f]{8}"
              + "/(authors\\.jsonl\\.gz|changes\\.jsonl\\.gz|manifest\\.json|SHA256SUMS))");

  private static final int THREADS = 8;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int NOT_SATISFIABLE = 416;
  private static final int NO_BODY = -1;

  private final Path data;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, SnapshotServer::daemon);

  private SnapshotServer(Path data, HttpServer server) {
    this.data = data;
    this.server = server;
  }

  /** Listens at once; port 0 takes a free one. */
  public static SnapshotServer start(InetSocketAddress address, Path data) {
    SnapshotServer server = new SnapshotServer(data, bind(address));
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
      if (!isReading(exchange)) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(NOT_ALLOWED, NO_BODY);
        return;
      }
      Optional<OpenFile> found = open(exchange.getRequestURI().getPath());
      if (found.isEmpty()) {
        exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
        return;
      }
      try (OpenFile file = found.get()) {
        give(file, exchange);
      }
    }
  }

  private static boolean isReading(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("GET") || isHead(exchange);
  }

  private static boolean isHead(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("HEAD");
  }

  private Optional<OpenFile> open(String name) throws IOException {
    if (name == null || !PUBLISHED.matcher(name).matches()) {
      return Optional.empty();
    }
    Path file = data.resolve(name.substring(1));
    return isBelow(file) ? OpenFile.at(file) : Optional.empty();
  }

  /** Not through a link that somebody put in the place of a directory. */
  private boolean isBelow(Path file) throws IOException {
    Path parent = file.getParent();
    return parent.toFile().isDirectory()
        && parent.toRealPath().equals(data.toRealPath().resolve(data.relativize(parent)));
  }

  private static void give(OpenFile file, HttpExchange exchange) throws IOException {
    Headers answer = exchange.getResponseHeaders();
    answer.set("ETag", file.tag());
    answer.set("Cache-Control", "no-cache");
    if (isKnown(file, exchange.getRequestHeaders())) {
      exchange.sendResponseHeaders(NOT_MODIFIED, NO_BODY);
      return;
    }
    answer.set("Accept-Ranges", "bytes");
    answer.set("Content-Type", type(exchange.getRequestURI().getPath()));
    answer.set("X-Content-Type-Options", "nosniff");
    Optional<ByteRange> part = range(file, exchange);
    if (part.filter(ByteRange::isEmpty).isPresent()) {
      answer.set("Content-Range", "bytes */" + file.size());
      exchange.sendResponseHeaders(NOT_SATISFIABLE, NO_BODY);
      return;
    }
    part.ifPresent(range -> answer.set("Content-Range", range.of(file.size())));
    send(file, part, exchange);
  }

  private static void send(OpenFile file, Optional<ByteRange> part, HttpExchange exchange)
      throws IOException {
    ByteRange range = part.orElseGet(() -> ByteRange.whole(file.size()));
    int status = part.isPresent() ? PARTIAL : OK;
    if (isHead(exchange)) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(range.length()));
      exchange.sendResponseHeaders(status, NO_BODY);
    } else {
      exchange.sendResponseHeaders(status, range.isEmpty() ? NO_BODY : range.length());
      file.copy(range, exchange.getResponseBody());
    }
  }

  private static boolean isKnown(OpenFile file, Headers asked) {
    return asked.getOrDefault("If-None-Match", List.of()).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(tag -> tag.strip().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(file.tag()));
  }

  /** Of another file than the one that was begun with, the rest is of no use. */
  private static Optional<ByteRange> range(OpenFile file, HttpExchange exchange) {
    Headers asked = exchange.getRequestHeaders();
    String known = asked.getFirst("If-Range");
    boolean same = known == null || known.equals(file.tag());
    return Optional.ofNullable(asked.getFirst("Range"))
        .filter(header -> same && !isHead(exchange))
        .flatMap(header -> ByteRange.parse(header, file.size()));
  }

  private static String type(String name) {
    if (name.endsWith(".gz")) {
      return "application/gzip";
    }
    if (name.endsWith(".jsonl")) {
      return "application/x-ndjson";
    }
    return name.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
