package dev.influx.harvester.api;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks another source again when what went wrong may pass. */
final class RetryingSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(RetryingSource.class);

  private final Source source;
  private final Backoff backoff;
  private final Time time;
  private final DoubleSupplier random;

  RetryingSource(Source source, Backoff backoff, Time time, DoubleSupplier random) {
    this.source = source;
    this.backoff = backoff;
    this.time = time;
    this.random = random;
  }

  @Override
  public Reply ask(Request request) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Reply reply = source.ask(request);
      if (!(reply.answer() instanceof Answer.Transient failure) || attempt == backoff.attempts()) {
        return reply;
      }
      Duration pause = pause(attempt, reply.report());
      LOG.info(
          "{} failed ({}), attempt {} of {}; again in {} ms",
          request.endpoint(),
          failure.why(),
          attempt,
          backoff.attempts(),
          pause.toMillis());
      time.pause(pause);
    }
  }

  /** A server that says when it will be back is believed, as far as the cap goes. */
  private Duration pause(int attempt, RateReport report) {
    Duration own = backoff.pause(attempt, random.getAsDouble());
    Duration asked = report.retryAfter().orElse(Duration.ZERO);
    Duration bounded = asked.compareTo(backoff.cap()) > 0 ? backoff.cap() : asked;
    return own.compareTo(bounded) > 0 ? own : bounded;
  }
}
