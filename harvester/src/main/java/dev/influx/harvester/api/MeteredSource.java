package dev.influx.harvester.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the requests to another source by what came of them. */
final class MeteredSource implements Source {
  private final Source source;
  private final MeterRegistry meters;
  private final AtomicLong requests = new AtomicLong();

  MeteredSource(Source source, MeterRegistry meters) {
    this.source = source;
    this.meters = meters;
  }

  @Override
  public Reply ask(Request request) throws InterruptedException {
    requests.incrementAndGet();
    Reply reply = source.ask(request);
    Counter.builder("influx.harvest.requests")
        .description("Requests to the X API by what came of them")
        .tag("outcome", reply.answer().outcome())
        .register(meters)
        .increment();
    return reply;
  }

  long requests() {
    return requests.get();
  }
}
