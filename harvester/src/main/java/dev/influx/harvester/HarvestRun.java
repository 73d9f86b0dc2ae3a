package dev.influx.harvester;

import dev.influx.harvester.api.XApi;
import dev.influx.harvester.journal.Journal;
import dev.influx.harvester.plan.Assignment;
import dev.influx.harvester.plan.Beginning;
import dev.influx.harvester.publish.Publisher;
import dev.influx.runtime.Explained;
import dev.influx.runtime.Health;
import dev.influx.runtime.compliance.ForgottenWatch;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rounds of harvesting on a thread of their own, from the first contact to the orderly end. */
final class HarvestRun implements RunningHarvester {
  private static final Logger LOG = LoggerFactory.getLogger(HarvestRun.class);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
  private static final Duration PATIENCE_OF_CALLER = Duration.ofMillis(1900);

  private final boolean once;
  private final XApi api;
  private final Publisher publisher;
  private final Journal journal;
  private final Discretion discretion;
  private final InstantSource clock = InstantSource.system();
  private final Throttle throttle;
  private final Standing standing;
  private final Assignment assignment;
  private final Ledger ledger;
  private final Workers workers;
  private final Thread thread = new Thread(this::run, "influx-harvest");
  private boolean releasing;
  private volatile boolean open;
  private volatile Optional<Explained> failure = Optional.empty();

  private HarvestRun(
      HarvesterSettings settings,
      Assignment assignment,
      Throttle throttle,
      Outside outside,
      MeterRegistry meters) {
    this.once = settings.once();
    this.api = outside.api();
    this.publisher = outside.publisher();
    this.journal = outside.journal();
    this.discretion = new Discretion(outside.forgotten());
    this.assignment = assignment;
    this.throttle = throttle;
    throttle.report(meters);
    this.standing = new Standing(throttle::spent);
    this.ledger = new Ledger(assignment, standing, clock, meters);
    this.workers = new Workers(settings.parallel());
  }

  /** What a harvester asks, tells, keeps and heeds. */
  record Outside(XApi api, Publisher publisher, Journal journal, ForgottenWatch forgotten) {}

  static HarvestRun start(
      HarvesterSettings settings,
      Assignment assignment,
      Throttle throttle,
      Outside outside,
      MeterRegistry meters) {
    HarvestRun run = new HarvestRun(settings, assignment, throttle, outside, meters);
    run.thread.setDaemon(true);
    run.thread.start();
    return run;
  }

  private void run() {
    try {
      harvest();
      release();
      standing.finish();
    } catch (InterruptedException e) {
      release();
      standing.cancel();
    } catch (Explained e) {
      fail(e);
    } catch (RuntimeException e) {
      LOG.error("the harvester stops", e);
      fail(
          new Explained(
              "the harvester stopped",
              "of an unexpected failure: " + e.getMessage(),
              "start it again; the log says more",
              e));
    }
  }

  private void harvest() throws InterruptedException {
    assignment.open(publisher.open());
    journal.forget(discretion.whom());
    open = true;
    standing.begin(assignment.beginning());
    harvestOnce();
    while (!once) {
      awaitDue();
      standing.begin(Beginning.of(0));
      harvestOnce();
    }
  }

  /** A clock may be set anew: nobody sleeps for long without a look at it. */
  private void awaitDue() throws InterruptedException {
    Instant now = clock.instant();
    for (Instant due = assignment.nextDue(now); due.isAfter(now); due = assignment.nextDue(now)) {
      Duration left = Duration.between(now, due);
      Duration nap = left.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : left;
      TimeUnit.MILLISECONDS.sleep(nap.toMillis() + 1);
      now = clock.instant();
    }
  }

  private void harvestOnce() throws InterruptedException {
    long began = System.nanoTime();
    Exchange exchange = new Exchange(api, publisher, journal, discretion, clock);
    new Round(exchange, throttle, clock, ledger::enter)
        .run(assignment.due(clock.instant()), workers);
    HarvestProgress progress = standing.complete(api.requests());
    LOG.info(
        "round {} took {} ms: {}",
        progress.round(),
        Duration.ofNanos(System.nanoTime() - began).toMillis(),
        progress.summary());
  }

  private void fail(Explained explained) {
    LOG.error("{}: {}; {}", explained.what(), explained.why(), explained.remedy());
    failure = Optional.of(explained);
    release();
    standing.fail(explained);
  }

  /** From here on an interrupt would only break what ends anyway. */
  private synchronized void beginRelease() {
    releasing = true;
    Thread.interrupted();
  }

  private synchronized void interrupt() {
    if (!releasing) {
      thread.interrupt();
    }
  }

  /** No new request, then what is under way, then what is published. */
  private void release() {
    beginRelease();
    api.stop();
    workers.finish(PATIENCE_AT_CLOSE).forEach(ledger::enter);
    api.close();
    publisher.close();
    journal.close();
  }

  @Override
  public HarvestProgress progress() {
    return standing.progress(api.requests(), api.waitingUntil());
  }

  @Override
  public CompletionStage<HarvestProgress> round(int number) {
    return standing.round(number);
  }

  @Override
  public CompletionStage<HarvestProgress> end() {
    return standing.end();
  }

  @Override
  public Optional<Explained> failure() {
    return failure;
  }

  @Override
  public String name() {
    return "harvester";
  }

  @Override
  public Health health() {
    if (failure.isPresent()) {
      return Health.failed(failure.get().what() + ": " + failure.get().why());
    } else if (standing.isOver()) {
      return new Health(Health.State.READY, "it has come to its end");
    } else if (publisher.obstacle().isPresent()) {
      return Health.busy("publishing waits: " + publisher.obstacle().get());
    } else if (!open) {
      return Health.busy("connecting");
    }
    return api.waitingUntil()
        .map(until -> new Health(Health.State.READY, "waits for a rate limit until " + until))
        .orElseGet(Health::ready);
  }

  @Override
  public void close() {
    api.stop();
    interrupt();
    try {
      thread.join(PATIENCE_OF_CALLER.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("the harvester did not stop within {} ms", PATIENCE_OF_CALLER.toMillis());
    }
  }
}
