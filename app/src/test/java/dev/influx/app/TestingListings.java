package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An X that has listings and nothing else. */
final class TestingListings implements AutoCloseable {
  static final String TOKEN = "canary-token-of-listings";

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile String stalled = "";

  private TestingListings(HttpServer server) {
    this.server = server;
  }

  private record Answer(int status, String body) {}

  static TestingListings start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TestingListings listings = new TestingListings(server);
    server.createContext("/", listings::answer);
    server.start();
    return listings;
  }

  /**
   * Has a page.
   *
   * @param page path, and behind a blank the token that leads there
   */
  TestingListings has(String page, int status, String body) {
    answers.put(page, new Answer(status, body));
    return this;
  }

  /** Never answers this page while it runs. */
  TestingListings stallsAt(String page) {
    stalled = page;
    return this;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Paths and queries in the order in which they were asked for. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    String query = exchange.getRequestURI().getQuery();
    String token =
        query.contains("pagination_token=") ? query.replaceFirst(".*pagination_token=", " ") : "";
    String page = exchange.getRequestURI().getPath() + token;
    if (page.equals(stalled)) {
      awaitClose();
    }
    boolean known =
        ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    Answer answer =
        known
            ? answers.get(page)
            : new Answer(401, "{\"title\":\"Unauthorized\",\"detail\":\"Unauthorized\"}");
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void awaitClose() throws IOException {
    try {
      closed.await();
      throw new IOException("closed");
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
