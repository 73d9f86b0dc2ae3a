package dev.influx.harvester.api;

import java.time.Duration;
import java.util.Optional;

/** Spares another source while it answers nothing, and gives it up after a while if it may. */
final class BreakingSource implements Source {
  private final Source source;
  private final Circuit circuit;
  private final Stops stops;
  private final Optional<Duration> patience;

  BreakingSource(Source source, Circuit circuit, Stops stops, Optional<Duration> patience) {
    this.source = source;
    this.circuit = circuit;
    this.stops = stops;
    this.patience = patience;
  }

  @Override
  public Reply ask(Request request) throws InterruptedException {
    circuit.enter();
    Reply reply = null;
    try {
      reply = source.ask(request);
    } finally {
      note(reply);
    }
    return reply.answer() instanceof Answer.Transient failure && isOver()
        ? new Reply(stops.silent(circuit.silence(), failure.why()), reply.report())
        : reply;
  }

  private void note(Reply reply) {
    if (reply == null) {
      circuit.leave();
    } else if (reply.answer() instanceof Answer.Transient failure) {
      circuit.failed(failure.why());
    } else {
      circuit.answered();
    }
  }

  private boolean isOver() {
    return patience.filter(most -> circuit.silence().compareTo(most) >= 0).isPresent();
  }
}
