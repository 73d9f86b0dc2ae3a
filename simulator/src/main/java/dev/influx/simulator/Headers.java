package dev.influx.simulator;

import dev.influx.simulator.fault.FaultKind;
import dev.influx.simulator.fault.FaultRule;
import dev.influx.simulator.rate.Grant;
import dev.influx.simulator.rate.Grant.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Writes the headers that X sends, and those that it should not. */
final class Headers {

  static final String JSON = "application/json; charset=utf-8";
  static final String PROBLEM = "application/problem+json; charset=utf-8";

  /** Most answers of X say UTC where HTTP wants GMT; clients must bear it. */
  private static final DateTimeFormatter UTC = date("UTC");

  private static final DateTimeFormatter GMT = date("GMT");

  private static final int HOUR = 3_600;
  private static final Duration FAR = Duration.ofDays(3_650);
  private static final String RESET = "x-rate-limit-reset";

  private final Dialect dialect;

  Headers(Dialect dialect) {
    this.dialect = dialect;
  }

  Map<String, String> of(
      Instant now, Reply reply, Optional<Grant> grant, Optional<FaultRule> fault) {
    Instant claimed = now.plusSeconds(fault.map(Headers::skew).orElse(0L));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("date", UTC.format(claimed));
    headers.put("server", "cloudflare envoy");
    headers.put("set-cookie", "guest_id=v1%3A" + transactionId() + "; Path=/; HttpOnly");
    headers.put("api-version", dialect.apiVersion());
    headers.put("content-type", reply.status() == 200 ? JSON : PROBLEM);
    headers.put("cache-control", "no-cache, no-store, max-age=0");
    headers.put("strict-transport-security", "max-age=631138519");
    headers.put("x-transaction-id", transactionId());
    headers.put("content-disposition", "attachment; filename=json.json");
    headers.putAll(reply.headers());
    if (tellsTheRate(reply.status())) {
      long skew = Duration.between(now, claimed).toSeconds();
      grant.ifPresent(found -> rate(headers, found, skew));
    }
    fault.ifPresent(rule -> spoil(headers, rule, claimed));
    return headers;
  }

  /** Every answer does, says the documentation; answers of these kinds have not been seen to. */
  private static boolean tellsTheRate(int status) {
    return status == 200 || (status >= 400 && status < 500 && status != 401 && status != 403);
  }

  private static void rate(Map<String, String> headers, Grant grant, long skew) {
    Pool window = grant.window();
    headers.put("x-rate-limit-limit", Integer.toString(window.limit()));
    headers.put("x-rate-limit-remaining", Integer.toString(window.remaining()));
    headers.put(RESET, Long.toString(window.reset() + skew));
    grant
        .day()
        .ifPresent(
            day -> {
              headers.put("x-app-limit-24hour-limit", Integer.toString(day.limit()));
              headers.put("x-app-limit-24hour-remaining", Integer.toString(day.remaining()));
              headers.put("x-app-limit-24hour-reset", Long.toString(day.reset() + skew));
            });
  }

  private static void spoil(Map<String, String> headers, FaultRule rule, Instant now) {
    switch (rule.kind()) {
      case DATE_GMT -> headers.put("date", GMT.format(now));
      case DATE_ABSENT -> headers.remove("date");
      case RATE_RESET_PAST -> headers.replace(RESET, Long.toString(now.getEpochSecond() - HOUR));
      case RATE_RESET_FAR -> headers.replace(RESET, Long.toString(now.plus(FAR).getEpochSecond()));
      case RATE_RESET_NO_NUMBER -> headers.replace(RESET, "soon");
      case RATE_HEADERS_ABSENT -> headers.keySet().removeIf(name -> name.contains("-limit-"));
      case RETRY_AFTER ->
          headers.put("retry-after", Long.toString((long) Math.ceil(rule.seconds(HOUR / 60.0))));
      default -> {}
    }
  }

  private static long skew(FaultRule rule) {
    return rule.kind() == FaultKind.CLOCK_SKEW ? (long) rule.seconds(HOUR) : 0;
  }

  private static String transactionId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  private static DateTimeFormatter date(String zone) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '" + zone + "'", Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }
}
