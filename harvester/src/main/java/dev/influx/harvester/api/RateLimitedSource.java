package dev.influx.harvester.api;

import java.util.OptionalLong;

/** Asks another source no more often than X allows, and again after X said too often. */
final class RateLimitedSource implements Source {
  private final Source source;
  private final LimitGate gate;
  private final Stops stops;
  private final long longestWait;

  RateLimitedSource(Source source, LimitGate gate, Stops stops, long longestWait) {
    this.source = source;
    this.gate = gate;
    this.stops = stops;
    this.longestWait = longestWait;
  }

  @Override
  public Reply ask(Lookup lookup) throws InterruptedException {
    long waited = 0;
    while (true) {
      OptionalLong wait = gate.enter(lookup.by(), longestWait - waited);
      if (wait.isEmpty()) {
        return new Reply(stops.tooLate(gate.opensAt(lookup.by())), RateReport.NONE);
      }
      waited += wait.getAsLong();
      Reply reply = askOnce(lookup);
      if (!(reply.answer() instanceof Answer.Limited)) {
        return reply;
      }
    }
  }

  private Reply askOnce(Lookup lookup) throws InterruptedException {
    Reply reply = null;
    try {
      reply = source.ask(lookup);
      return reply;
    } finally {
      if (reply == null) {
        gate.leave(lookup.by());
      } else {
        gate.leave(lookup.by(), reply);
      }
    }
  }
}
