package dev.influx.harvester.api;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks another source no more often than X allows, and again after X said too often; not at all
 * once X has said that it will answer nothing more.
 */
final class RateLimitedSource implements Source {
  private final Source source;
  private final LimitGate gate;
  private final Stops stops;
  private final long longestWait;
  private volatile Optional<Answer.Stop> stop = Optional.empty();

  RateLimitedSource(Source source, LimitGate gate, Stops stops, long longestWait) {
    this.source = source;
    this.gate = gate;
    this.stops = stops;
    this.longestWait = longestWait;
  }

  @Override
  public Reply ask(Request request) throws InterruptedException {
    long waited = 0;
    while (true) {
      OptionalLong wait = gate.enter(request.to(), longestWait - waited);
      if (wait.isEmpty()) {
        return new Reply(stops.tooLate(gate.opensAt(request.to())), RateReport.NONE);
      }
      waited += wait.getAsLong();
      Reply reply = askOnce(request);
      if (!(reply.answer() instanceof Answer.Limited)) {
        return reply;
      }
    }
  }

  private Reply askOnce(Request request) throws InterruptedException {
    Reply reply = null;
    try {
      // whoever waited for the answer to this request must not find out anew
      reply = stop.isPresent() ? new Reply(stop.get(), RateReport.NONE) : source.ask(request);
      if (reply.answer() instanceof Answer.Stop found) {
        stop = Optional.of(found);
      }
      return reply;
    } finally {
      if (reply == null) {
        gate.leave(request.to());
      } else {
        gate.leave(request.to(), reply);
      }
    }
  }
}
