package dev.influx.monitor.board;

import dev.influx.monitor.facts.Neighbours;
import dev.influx.runtime.Explained;
import dev.influx.runtime.conservation.Conservation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks others again and again, in a thread of its own. Who cannot tell keeps nobody else waiting.
 */
final class FactsReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FactsReader.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration ATTENTIVE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Neighbours neighbours;
  private final Semaphore reasonsToRead = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "influx-monitor-facts");
  private volatile boolean stopping;
  private volatile long attentiveUntil = System.nanoTime();
  private volatile Facts latest = Facts.none();

  private FactsReader(Neighbours neighbours) {
    this.neighbours = neighbours;
    thread.setDaemon(true);
  }

  static FactsReader start(Neighbours neighbours) {
    FactsReader reader = new FactsReader(neighbours);
    reader.thread.start();
    return reader;
  }

  Facts latest() {
    return latest;
  }

  /** Asks at once and more often for a while: somebody waits to see what comes of an action. */
  void wake() {
    attentiveUntil = System.nanoTime() + ATTENTIVE.toNanos();
    reasonsToRead.release();
  }

  private void run() {
    try {
      while (!stopping) {
        latest = read(latest);
        Duration pause = attentiveUntil - System.nanoTime() > 0 ? SOON : EVERY;
        if (reasonsToRead.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          reasonsToRead.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What somebody cannot tell any more stays what it was, and is remarked upon. */
  private Facts read(Facts before) {
    Map<String, String> remarks = new HashMap<>();
    return new Facts(
        ask("policy", neighbours::policy, before.policy(), remarks),
        ask("replays", neighbours::replays, before.replays(), remarks),
        ask("snapshots", neighbours::snapshots, before.snapshots(), remarks),
        ask("dead", neighbours::dead, before.dead(), remarks),
        conservation(before, remarks),
        remarks);
  }

  /** That nobody has noted anything is known, too. */
  private Optional<Conservation> conservation(Facts before, Map<String, String> remarks) {
    Optional<Conservation> now =
        ask("conservation", neighbours::conservation, Optional.of(before.conservation()), remarks)
            .orElse(Optional.empty());
    now.filter(it -> !it.remarks().isEmpty())
        .ifPresent(it -> remarks.put("conservation", String.join("; ", it.remarks())));
    return now;
  }

  private <T> Optional<T> ask(
      String name, Supplier<T> question, Optional<T> before, Map<String, String> remarks) {
    if (stopping) {
      return before;
    }
    try {
      return Optional.of(question.get());
    } catch (Explained e) {
      remarks.put(name, e.what() + ": " + e.why());
    } catch (RuntimeException e) {
      LOG.debug("nobody could tell about {}", name, e);
      remarks.put(name, e.toString());
    }
    return before;
  }

  /** A question that is under way is waited for: clients of Kafka complain of being interrupted. */
  @Override
  public void close() {
    stopping = true;
    reasonsToRead.release();
    try {
      thread.join(PATIENCE.toMillis());
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
