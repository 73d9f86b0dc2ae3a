package dev.influx.harvester;

import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.publish.Publisher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Keeps what is published; may be told to hold everything back. */
final class TestingPublisher implements Publisher {
  private final List<Settled> published = new CopyOnWriteArrayList<>();
  private final Set<String> outcomes;
  private final Semaphore permits = new Semaphore(0);
  private volatile boolean held;
  private volatile RuntimeException failure;
  private volatile boolean closed;

  TestingPublisher(String... outcomes) {
    this.outcomes = Set.of(outcomes);
  }

  void hold() {
    held = true;
  }

  void letGo() {
    held = false;
    permits.release(1_000);
  }

  void failWith(RuntimeException exception) {
    failure = exception;
  }

  List<Settled> published() {
    return List.copyOf(published);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public Set<String> open() {
    return outcomes;
  }

  @Override
  public void publish(Settlement settlement) throws InterruptedException {
    if (failure != null) {
      throw failure;
    }
    if (held) {
      permits.acquire();
    }
    published.addAll(settlement.settled());
  }

  @Override
  public Optional<String> obstacle() {
    return held ? Optional.of("held back") : Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
  }
}
