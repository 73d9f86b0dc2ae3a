package dev.influx.harvester.api;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** The chain from a look-up down to HTTP: try again, keep the limits, count, send. */
final class ConnectedApi implements XApi {
  private final SystemTime time;
  private final HttpTransport transport;
  private final LimitGate gate;
  private final Circuit circuit;
  private final MeteredSource metered;
  private final Source source;

  private ConnectedApi(ApiSettings settings, InstantSource clock, MeterRegistry meters) {
    DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
    time = new SystemTime(clock);
    transport = new HttpTransport(settings, HttpTransport.Bounds.OF_X, time);
    gate = new LimitGate(time, random, LimitMemory.of(settings), settings.use());
    circuit = new Circuit(time);
    metered = new MeteredSource(new HttpSource(transport, new Classifier(settings)), meters);
    Stops stops = new Stops(settings, new Redaction(settings.token()));
    Source limited = new RateLimitedSource(metered, gate, stops, settings.longestWait().toNanos());
    Source breaking = new BreakingSource(limited, circuit, stops, settings.patience().inSilence());
    source = new RetryingSource(breaking, Backoff.OF_X, time, random);
  }

  static ConnectedApi to(ApiSettings settings, InstantSource clock, MeterRegistry meters) {
    ConnectedApi api = new ConnectedApi(settings, clock, meters);
    Gauge.builder(
            "influx.harvest.rate.limit.remaining.ratio",
            api.gate,
            gate -> gate.remainingRatio().orElse(Double.NaN))
        .description("What is left of the scarcest rate limit; absent while unknown")
        .register(meters);
    FunctionCounter.builder("influx.harvest.rate.limit.wait", api.gate, LimitGate::secondsWaited)
        .description("Time that requests waited for a rate limit")
        .baseUnit("seconds")
        .register(meters);
    return api;
  }

  @Override
  public Answer ask(Lookup lookup) throws InterruptedException {
    return source.ask(lookup).answer();
  }

  /** For requests other than look-ups. */
  Source source() {
    return source;
  }

  @Override
  public long requests() {
    return metered.requests();
  }

  @Override
  public Optional<Instant> waitingUntil() {
    return gate.waitingUntil();
  }

  @Override
  public void stop() {
    time.stop();
    gate.close();
    circuit.close();
  }

  @Override
  public void close() {
    stop();
    transport.close();
  }
}
