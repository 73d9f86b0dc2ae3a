package dev.influx.harvester.api;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the headers of one answer say of limits and of time. Answers need not have them, and what
 * makes no sense is left out.
 */
record RateReport(List<Pool> pools, Optional<Instant> date, Optional<Duration> retryAfter) {
  static final RateReport NONE = new RateReport(List.of(), Optional.empty(), Optional.empty());

  RateReport {
    pools = List.copyOf(pools);
  }

  static RateReport of(HttpHeaders headers) {
    List<Pool> pools =
        Stream.of(PoolKind.values()).flatMap(kind -> Pool.read(kind, headers).stream()).toList();
    Optional<Instant> date = headers.firstValue("date").flatMap(HttpDate::parse);
    return new RateReport(pools, date, retryAfter(headers, date));
  }

  private static Optional<Duration> retryAfter(HttpHeaders headers, Optional<Instant> date) {
    Optional<String> header = headers.firstValue("retry-after");
    if (header.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong seconds = count(headers, "retry-after");
    Optional<Duration> wait =
        seconds.isPresent()
            ? Optional.of(Duration.ofSeconds(seconds.getAsLong()))
            : date.flatMap(
                now -> HttpDate.parse(header.get()).map(then -> Duration.between(now, then)));
    return wait.filter(duration -> !duration.isNegative());
  }

  /** How long the windows of a pool may last. */
  enum PoolKind {
    WINDOW("x-rate-limit-", Duration.ofMinutes(15)),
    APP_DAY("x-app-limit-24hour-", Duration.ofHours(24)),
    USER_DAY("x-user-limit-24hour-", Duration.ofHours(24));

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String prefix;
    private final Duration length;

    PoolKind(String prefix, Duration length) {
      this.prefix = prefix;
      this.length = length;
    }

    /** A reset that is further away cannot be true. */
    Duration longest() {
      return length.plus(GRACE);
    }
  }

  /**
   * One allowance.
   *
   * @param reset when it is renewed, in seconds of the epoch by X's clock
   */
  record Pool(PoolKind kind, long limit, long remaining, long reset) {

    private static Optional<Pool> read(PoolKind kind, HttpHeaders headers) {
      OptionalLong limit = count(headers, kind.prefix + "limit");
      OptionalLong remaining = count(headers, kind.prefix + "remaining");
      OptionalLong reset = count(headers, kind.prefix + "reset");
      boolean whole = limit.isPresent() && remaining.isPresent() && reset.isPresent();
      return whole
          ? Optional.of(new Pool(kind, limit.getAsLong(), remaining.getAsLong(), reset.getAsLong()))
          : Optional.empty();
    }
  }

  /** At most 15 digits, so that sums cannot overflow. */
  private static OptionalLong count(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,15}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElseGet(OptionalLong::empty);
  }
}
