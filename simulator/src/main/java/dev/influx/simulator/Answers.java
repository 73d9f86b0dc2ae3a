package dev.influx.simulator;

import dev.influx.simulator.rate.RateWindows.Grant;
import dev.influx.simulator.wire.WireRequest;
import dev.influx.simulator.wire.WireResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Dresses bodies in the headers that X sends. */
final class Answers {

  static final String JSON = "application/json; charset=utf-8";
  static final String PROBLEM = "application/problem+json; charset=utf-8";

  /** Most answers of X say UTC where HTTP wants GMT; clients must bear it. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String REFUSED_GZIP = "gzip;q=0(\\.0*)?";

  private final InstantSource clock;
  private final Dialect dialect;

  Answers(InstantSource clock, Dialect dialect) {
    this.clock = clock;
    this.dialect = dialect;
  }

  /** A body as the request wants it, with the state of the rate window if there is one. */
  WireResponse answer(WireRequest request, int status, Optional<Grant> grant, byte[] body) {
    Map<String, String> headers = headers(status);
    grant.ifPresent(
        found -> {
          headers.put("x-rate-limit-limit", Integer.toString(found.limit()));
          headers.put("x-rate-limit-remaining", Integer.toString(found.remaining()));
          headers.put("x-rate-limit-reset", Long.toString(found.reset()));
        });
    if (!acceptsGzip(request)) {
      return WireResponse.of(status, headers, body);
    }
    headers.put("content-encoding", "gzip");
    return WireResponse.of(status, headers, gzip(body));
  }

  WireResponse notAllowed() {
    Map<String, String> headers = headers(405);
    headers.put("allow", "GET");
    return WireResponse.of(405, headers, ApiJson.problem(405, "Method Not Allowed"));
  }

  WireResponse problem(int status, String title) {
    return WireResponse.of(status, headers(status), ApiJson.problem(status, title));
  }

  /** What is not of X but of the simulator itself. */
  WireResponse plain(String contentType, WireResponse.Body body) {
    return WireResponse.streaming(200, Map.of("date", date(), "content-type", contentType), body);
  }

  private Map<String, String> headers(int status) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("date", date());
    headers.put("server", "cloudflare envoy");
    headers.put("set-cookie", "guest_id=v1%3A" + transactionId() + "; Path=/; HttpOnly");
    headers.put("api-version", dialect.apiVersion());
    headers.put("content-type", status == 200 ? JSON : PROBLEM);
    headers.put("cache-control", "no-cache, no-store, max-age=0");
    headers.put("x-transaction-id", transactionId());
    headers.put("content-disposition", "attachment; filename=json.json");
    return headers;
  }

  private String date() {
    return DATE.format(clock.instant());
  }

  private static String transactionId() {
    return "%016x".formatted(ThreadLocalRandom.current().nextLong());
  }

  private static boolean acceptsGzip(WireRequest request) {
    String accepted = request.header("accept-encoding").orElse("").toLowerCase(Locale.ROOT);
    return Stream.of(accepted.split(",", -1))
        .map(coding -> coding.replace(" ", ""))
        .anyMatch(coding -> coding.matches("gzip(;.*)?") && !coding.matches(REFUSED_GZIP));
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new FastGzip(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Compressing harder would take longer than all else in an answer. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
