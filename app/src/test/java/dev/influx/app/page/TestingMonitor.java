package dev.influx.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A monitor that says what a test wants, with the page of the real one and the rules it is under.
 */
final class TestingMonitor implements AutoCloseable {
  static final String TOKEN = "a token for tests";
  static final String LIST = "/latest.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PAGE =
      Path.of(
          System.getProperty("influx.root"), "monitor/src/main/resources/dev/influx/monitor/page");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();
  private final List<OutputStream> pages = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile ObjectNode state;
  private volatile boolean locked;
  private volatile boolean down;

  private TestingMonitor(HttpServer server, JsonNode recorded) {
    this.server = server;
    recorded.properties().forEach(it -> answers.put(path(it.getKey()), it.getValue()));
    this.state = (ObjectNode) answers.get("/api/state");
  }

  private static String path(String request) {
    String address = request.substring(request.indexOf(' ') + 1);
    return address.split("[? ]", 2)[0];
  }

  static TestingMonitor start() throws IOException {
    try (InputStream file = TestingMonitor.class.getResourceAsStream("/page/answers.json")) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestingMonitor monitor =
          new TestingMonitor(server, TestingTimes.untilNow(JSON.readTree(file)));
      server.setExecutor(monitor.threads);
      server.createContext("/", monitor::answer);
      server.start();
      return monitor;
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  JsonNode state() {
    return state;
  }

  /** What whoever asks for this path is answered from now on. */
  void answer(String path, JsonNode answer) {
    answers.put(path, answer);
  }

  /** What all pages are told next. */
  void say(UnaryOperator<ObjectNode> change) {
    state = change.apply(state.deepCopy());
    pages.forEach(this::tell);
  }

  /** Answers nobody any more, or again. */
  void down(boolean is) throws IOException {
    down = is;
    for (OutputStream page : pages) {
      page.close();
    }
    pages.clear();
  }

  /** Answers only those who know the token. */
  void lock() {
    locked = true;
  }

  /** What was asked to be done, an action with its body; and who got a list. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean data = path.startsWith("/api/") || path.equals("/events") || path.equals(LIST);
    if (data && down) {
      exchange.close();
    } else if (data && (locked || path.startsWith("/api/actions/")) && !knowsToken(exchange)) {
      json(exchange, 401, JSON.readTree("{\"what\": \"the token is missing or wrong\"}"));
    } else if (path.equals("/events")) {
      stream(exchange);
    } else if (path.equals(LIST)) {
      asked.add(exchange.getRequestMethod() + " " + path);
      send(exchange, 200, "application/x-ndjson", "{}\n".getBytes(UTF_8));
    } else if (path.startsWith("/api/actions/")) {
      act(exchange, path.substring("/api/actions/".length()));
    } else if (data) {
      told(exchange, path);
    } else {
      file(exchange, path.equals("/") ? "index.html" : path.substring(1));
    }
  }

  private static boolean knowsToken(HttpExchange exchange) {
    return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private void told(HttpExchange exchange, String path) throws IOException {
    JsonNode answer = path.equals("/api/state") ? state : answers.get(path);
    boolean nobody =
        path.equals("/api/authors") && exchange.getRequestURI().getQuery().contains("nobody");
    if (answer == null || nobody) {
      json(exchange, 404, answers.get("error"));
    } else {
      json(exchange, 200, answer);
    }
  }

  private void act(HttpExchange exchange, String action) throws IOException {
    asked.add(action + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    json(exchange, 202, JSON.createObjectNode().put("done", action + " was asked for"));
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream page = exchange.getResponseBody();
    page.write("retry: 200\n\n: hello\n\n".getBytes(UTF_8));
    tell(page);
    pages.add(page);
  }

  /** A page that is gone is not told again. */
  private void tell(OutputStream page) {
    try {
      page.write(("id: 1\nevent: state\ndata: " + state + "\n\n").getBytes(UTF_8));
      page.flush();
    } catch (IOException e) {
      pages.remove(page);
    }
  }

  private static void json(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    send(exchange, status, "application/json", JSON.writeValueAsBytes(answer));
  }

  private static void file(HttpExchange exchange, String name) throws IOException {
    Path file = PAGE.resolve(name).normalize();
    if (!file.startsWith(PAGE) || !Files.isRegularFile(file)) {
      send(exchange, 404, "text/plain", new byte[0]);
      return;
    }
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    send(exchange, 200, type, Files.readAllBytes(file));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
