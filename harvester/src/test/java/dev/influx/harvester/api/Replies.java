package dev.influx.harvester.api;

import dev.influx.harvester.api.RateReport.Pool;
import dev.influx.harvester.api.RateReport.PoolKind;
import dev.influx.schemas.Sha256;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replies and parts of them, for tests. */
final class Replies {
  static final Lookup ANYBODY = new Lookup(Lookup.By.HANDLE, List.of("anybody"));

  private Replies() {}

  static Reply ok(RateReport report) {
    Page.Evidence evidence =
        new Page.Evidence(
            "GET /2/users/by",
            Optional.empty(),
            new Sha256(new byte[32]),
            Optional.empty(),
            Instant.EPOCH);
    return new Reply(new Answer.Ok(new Page(evidence, List.of(), List.of())), report);
  }

  static Reply limited(RateReport report) {
    return new Reply(new Answer.Limited("too many requests"), report);
  }

  static Reply transientFailure() {
    return new Reply(new Answer.Transient("503"), RateReport.NONE);
  }

  static RateReport window(long limit, long remaining, Instant reset, Instant date) {
    return new RateReport(
        List.of(new Pool(PoolKind.WINDOW, limit, remaining, reset.getEpochSecond())),
        Optional.of(date),
        Optional.empty());
  }

  static RateReport retryAfter(Duration wait) {
    return new RateReport(List.of(), Optional.empty(), Optional.of(wait));
  }

  /** Names and values in turn. */
  static HttpHeaders headers(String... namesAndValues) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  static Received received(int status, String type, String body) {
    return new Received(
        status,
        headers("content-type", type),
        Body.of(body.getBytes(StandardCharsets.UTF_8)),
        TestingTime.START);
  }
}
