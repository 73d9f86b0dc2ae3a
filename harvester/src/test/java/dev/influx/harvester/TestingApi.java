package dev.influx.harvester;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** An HTTP server that answers as badly as it is told to, one request per connection. */
public final class TestingApi implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Function<Request, Reaction> script;

  /** A request as it arrived. */
  public record Request(int number, String target, Map<String, String> headers) {

    /** The keys that were asked for. */
    public List<String> keys() {
      String query = target.substring(target.indexOf('?') + 1);
      String keys = query.substring(query.indexOf('=') + 1, query.indexOf('&'));
      return List.of(keys.split(",", -1));
    }
  }

  /** What the server does with a connection on which a request has arrived. */
  @FunctionalInterface
  public interface Reaction {
    void on(Socket connection, CountDownLatch closed) throws IOException, InterruptedException;
  }

  private TestingApi(Function<Request, Reaction> script) throws IOException {
    this.script = script;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  public static TestingApi start(Function<Request, Reaction> script) {
    try {
      TestingApi api = new TestingApi(script);
      api.threads.execute(api::accept);
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket connection = server.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection);
      script.apply(request).on(connection, closed);
    } catch (IOException e) {
      // the client hung up, which is what some tests make it do
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Request read(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    String target = in.readLine().split(" ", -1)[1];
    Map<String, String> headers = new TreeMap<>();
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    synchronized (this) {
      Request request = new Request(requests.size() + 1, target, headers);
      requests.add(request);
      return request;
    }
  }

  /** A regular answer; names and values of more headers in turn. */
  public static Reaction answer(int status, String type, String body, String... headers) {
    return answer(status, type, body.getBytes(UTF_8), headers);
  }

  public static Reaction answer(int status, String type, byte[] body, String... headers) {
    return (connection, closed) -> {
      OutputStream out = connection.getOutputStream();
      out.write(head(status, type, body.length, headers));
      out.write(body);
      out.flush();
    };
  }

  /** Promises more bytes than it sends. */
  public static Reaction cutShort(String body, int missing) {
    return (connection, closed) -> {
      byte[] bytes = body.getBytes(UTF_8);
      OutputStream out = connection.getOutputStream();
      out.write(head(200, "application/json", bytes.length + missing));
      out.write(bytes);
      out.flush();
    };
  }

  /** Drops the connection the hard way, without a byte. */
  public static Reaction reset() {
    return (connection, closed) -> connection.setSoLinger(true, 0);
  }

  /** Says nothing until the server is closed. */
  public static Reaction silence() {
    return (connection, closed) -> closed.await();
  }

  /** Begins to answer and never ends. */
  public static Reaction drip() {
    return (connection, closed) -> {
      OutputStream out = connection.getOutputStream();
      out.write(head(200, "application/json", 1_000_000));
      out.write("{\"data\":[".getBytes(UTF_8));
      out.flush();
      closed.await();
    };
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static byte[] head(int status, String type, int length, String... headers) {
    StringBuilder head =
        new StringBuilder("HTTP/1.1 " + status + " X\r\nConnection: close\r\n")
            .append("Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
