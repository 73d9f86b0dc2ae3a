package dev.influx.harvester.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The JDK's HTTP client, kept on a short leash: no cookies, no redirects, a total time and a size
 * that no answer exceeds.
 */
final class HttpTransport implements Transport, AutoCloseable {
  private static final String ATTEMPTS = "jdk.httpclient.redirects.retrylimit";
  private static final int THREADS = 2;
  private static final int OK = 200;

  static {
    // else the client sends a request anew by itself when a connection closes without an answer,
    // past the limiter; the JDK looks once, with the first request of this JVM
    if (System.getProperty(ATTEMPTS) == null) {
      System.setProperty(ATTEMPTS, "1");
    }
  }

  private final ApiSettings settings;
  private final Bounds bounds;
  private final Time time;
  private final ExecutorService threads;
  private final HttpClient client;

  HttpTransport(ApiSettings settings, Bounds bounds, Time time) {
    this.settings = settings;
    this.bounds = bounds;
    this.time = time;
    this.threads = Executors.newFixedThreadPool(THREADS, HttpTransport::daemon);
    this.client =
        HttpClient.newBuilder()
            // upgrading an unencrypted connection confuses simple servers and gains nothing
            .version(settings.encrypted() ? Version.HTTP_2 : Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(bounds.connect())
            .executor(threads)
            .build();
  }

  /** What an exchange may take at most. */
  record Bounds(Duration connect, Duration total, int bodyBytes) {
    static final Bounds OF_X =
        new Bounds(Duration.ofSeconds(10), Duration.ofSeconds(30), 8 * 1024 * 1024);
  }

  @Override
  public Received send(Request request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request(request), head -> new CappedBody(bounds.bodyBytes()));
    CompletableFuture<Timed> arrival =
        pending.thenApply(response -> new Timed(response, time.now()));
    try {
      // the client's own timeout ends with the headers; a body that drips must end, too
      return received(arrival.get(bounds.total().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole answer within " + bounds.total());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      pending.cancel(true);
    }
  }

  private record Timed(HttpResponse<byte[]> response, Instant at) {}

  private Received received(Timed arrival) throws IOException {
    HttpResponse<byte[]> response = arrival.response();
    return new Received(response.statusCode(), response.headers(), body(response), arrival.at());
  }

  /** A refusal is told by its status; that its text cannot be decompressed must not hide it. */
  private Body body(HttpResponse<byte[]> response) throws IOException {
    String encoding = response.headers().firstValue("content-encoding").orElse("");
    try {
      return Encoding.decode(response.body(), encoding, bounds.bodyBytes());
    } catch (IOException e) {
      if (response.statusCode() == OK) {
        throw e;
      }
      return Body.EMPTY;
    }
  }

  private HttpRequest request(Request request) {
    return HttpRequest.newBuilder(uri(request))
        .header("Authorization", "Bearer " + settings.token().reveal())
        .header("Accept", "application/json")
        .header("Accept-Encoding", "gzip")
        .header("User-Agent", "influx-harvester")
        .GET()
        .build();
  }

  private URI uri(Request request) {
    String base = settings.baseUrl().toString().replaceFirst("/+$", "");
    return URI.create(base + request.target(settings.dialect()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "influx-harvest-http");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
