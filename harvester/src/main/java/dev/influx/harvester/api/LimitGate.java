package dev.influx.harvester.api;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

/** Lets requests through as the limits of their endpoint allow, and makes the others wait. */
final class LimitGate {
  private static final Duration MOST_JITTER = Duration.ofSeconds(1);

  private final Time time;
  private final DoubleSupplier random;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Endpoint, EndpointLimits> endpoints = new HashMap<>();
  private final Map<Thread, Instant> waiting = new HashMap<>();
  private ServerClock serverClock;
  private boolean closed;
  private long waited;

  LimitGate(Time time, DoubleSupplier random) {
    this.time = time;
    this.random = random;
    this.serverClock = ServerClock.starting(time.now(), time.nanos());
    for (Endpoint to : Lookup.By.values()) {
      endpoints.put(to, EndpointLimits.UNKNOWN);
    }
    for (Endpoint to : Lookup.Alone.values()) {
      endpoints.put(to, EndpointLimits.UNKNOWN);
    }
    for (Endpoint to : Listing.Kind.values()) {
      endpoints.put(to, EndpointLimits.UNKNOWN);
    }
  }

  /**
   * Waits for the right to send one request; whoever got it owes a {@link #leave}.
   *
   * @return how long it took, or nothing when it would take longer than allowed: then there is no
   *     right
   */
  OptionalLong enter(Endpoint to, long mostNanos) throws InterruptedException {
    lock.lockInterruptibly();
    long start = time.nanos();
    try {
      for (long now = start; ; now = time.nanos()) {
        refuseWhenClosed();
        long opens = endpoints.get(to).opensAt(now);
        if (opens <= now) {
          endpoints.computeIfPresent(to, (key, limits) -> limits.sent(time.nanos()));
          return OptionalLong.of(now - start);
        }
        if (opens != EndpointLimits.AFTER_AN_ANSWER && opens - start > mostNanos) {
          return OptionalLong.empty();
        }
        await(now, opens);
      }
    } finally {
      waiting.remove(Thread.currentThread());
      waited += time.nanos() - start;
      lock.unlock();
    }
  }

  private void await(long now, long opens) throws InterruptedException {
    if (opens == EndpointLimits.AFTER_AN_ANSWER) {
      waiting.remove(Thread.currentThread());
    } else {
      waiting.put(Thread.currentThread(), time.now().plusNanos(opens - now));
    }
    time.await(changed, opens - now);
  }

  private void refuseWhenClosed() throws InterruptedException {
    if (closed) {
      throw new InterruptedException("no more requests are made");
    }
  }

  /** Takes note of what came of a request. */
  void leave(Endpoint to, Reply reply) {
    update(to, limits -> limits.answered(heard(reply)));
  }

  /** Takes note that a request ended without a reply. */
  void leave(Endpoint to) {
    update(to, EndpointLimits::failed);
  }

  private void update(Endpoint to, UnaryOperator<EndpointLimits> step) {
    lock.lock();
    try {
      endpoints.computeIfPresent(to, (key, limits) -> step.apply(limits));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Heard heard(Reply reply) {
    long now = time.nanos();
    RateReport report = reply.report();
    report.date().ifPresent(date -> serverClock = serverClock.observe(date, now));
    long jitter = (long) (MOST_JITTER.toNanos() * random.getAsDouble());
    return Heard.of(reply, serverClock.at(now), now, jitter);
  }

  /** When the endpoint lets the next request through, by this machine's time of day. */
  Instant opensAt(Endpoint to) {
    lock.lock();
    try {
      long now = time.nanos();
      long opens = endpoints.get(to).opensAt(now);
      return opens == EndpointLimits.AFTER_AN_ANSWER
          ? time.now()
          : time.now().plusNanos(opens - now);
    } finally {
      lock.unlock();
    }
  }

  /** Until when requests wait, if any do. */
  Optional<Instant> waitingUntil() {
    lock.lock();
    try {
      return waiting.values().stream().max(Instant::compareTo);
    } finally {
      lock.unlock();
    }
  }

  /** How long all requests together have waited. */
  double secondsWaited() {
    lock.lock();
    try {
      return waited / 1e9;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The scarcest allowance of all endpoints, as a part of the whole; nothing where none is known.
   */
  OptionalDouble remainingRatio() {
    lock.lock();
    try {
      long now = time.nanos();
      return endpoints.values().stream()
          .flatMapToDouble(limits -> limits.remainingRatio(now).stream())
          .min();
    } finally {
      lock.unlock();
    }
  }

  /** Sends everybody away who waits or comes later. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
