package dev.influx.harvester.api;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Lets requests through as the limits of their endpoint allow, and makes the others wait. */
final class LimitGate {
  private static final Duration MOST_JITTER = Duration.ofSeconds(1);

  private final Time time;
  private final DoubleSupplier random;
  private final LimitMemory memory;
  private final LimitUse use;
  private final Map<Endpoint, Long> pacedUntil = new HashMap<>();
  private final Map<Endpoint, Instant> remembered = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Endpoint, EndpointLimits> endpoints = new HashMap<>();
  private final Map<Thread, Instant> waiting = new HashMap<>();
  private ServerClock serverClock;
  private boolean closed;
  private long waited;

  LimitGate(Time time, DoubleSupplier random) {
    this(time, random, LimitMemory.none(), LimitUse.DEFAULT);
  }

  LimitGate(Time time, DoubleSupplier random, LimitMemory memory, LimitUse use) {
    this.time = time;
    this.random = random;
    this.memory = memory;
    this.use = use;
    this.serverClock = ServerClock.starting(time.now(), time.nanos());
    Stream.of(Lookup.By.values(), Lookup.Alone.values(), Listing.Kind.values())
        .flatMap(Stream::<Endpoint>of)
        .forEach(to -> endpoints.put(to, beginning(to)));
  }

  private EndpointLimits beginning(Endpoint to) {
    Instant now = time.now();
    return memory
        .usedUp(to, now)
        .map(until -> EndpointLimits.UNKNOWN.closed(nanos(Duration.between(now, until))))
        .orElse(EndpointLimits.UNKNOWN);
  }

  /** A clock that was set anew must not close an endpoint for ever. */
  private long nanos(Duration wait) {
    Duration longest = RateReport.PoolKind.APP_DAY.longest();
    return time.nanos() + (wait.compareTo(longest) > 0 ? longest : wait).toNanos();
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
        long opens = Math.max(endpoints.get(to).opensAt(now), pacedUntil.getOrDefault(to, now));
        if (opens <= now) {
          update(to, limits -> limits.sent(time.nanos()));
          pace(to, now);
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

  private void pace(Endpoint to, long now) {
    if (use.mode() == LimitUse.Mode.PACE) {
      pacedUntil.put(to, now + endpoints.get(to).gap(now));
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
      EndpointLimits next = endpoints.computeIfPresent(to, (key, limits) -> step.apply(limits));
      remember(to, next.opensAt(time.nanos()));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Noted before the last request leaves: nobody knows whether there will be time after it. */
  private void remember(Endpoint to, long opens) {
    Instant until = time.now().plusNanos(opens - time.nanos()).truncatedTo(ChronoUnit.SECONDS);
    boolean closed = opens != EndpointLimits.AFTER_AN_ANSWER && until.isAfter(time.now());
    if (closed && !until.equals(remembered.put(to, until))) {
      memory.remember(to, until.plusSeconds(1));
    }
  }

  private Heard heard(Reply reply) {
    long now = time.nanos();
    RateReport report = reply.report();
    report.date().ifPresent(date -> serverClock = serverClock.observe(date, now));
    long jitter = (long) (MOST_JITTER.toNanos() * random.getAsDouble());
    return Heard.of(reply, serverClock.at(now), now, jitter).less(use.reserve());
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
