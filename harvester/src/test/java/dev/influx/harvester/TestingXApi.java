package dev.influx.harvester;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.XApi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Answers look-ups by a script, without a network. */
final class TestingXApi implements XApi {
  private final List<Lookup> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Script script;
  private volatile boolean closed;

  /** What to answer. */
  @FunctionalInterface
  interface Script {
    Answer answer(Lookup lookup, int number) throws InterruptedException;
  }

  TestingXApi(Script script) {
    this.script = script;
  }

  @Override
  public Answer ask(Lookup lookup) throws InterruptedException {
    if (stopped.getCount() == 0) {
      throw new InterruptedException("stopped");
    }
    int number;
    synchronized (this) {
      asked.add(lookup);
      number = asked.size();
    }
    return script.answer(lookup, number);
  }

  List<Lookup> asked() {
    return List.copyOf(asked);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public long requests() {
    return asked.size();
  }

  @Override
  public Optional<Instant> waitingUntil() {
    return Optional.empty();
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public void close() {
    stop();
    closed = true;
  }
}
