package dev.influx.runtime.compliance;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is forgotten at present: read at the first question, and again at the first one that comes
 * later than some time after that. Several threads may ask at the same time.
 */
public final class ForgottenWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ForgottenWatch.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Supplier<ForgottenAuthors> reading;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile ForgottenAuthors known;
  private volatile long readAt;

  ForgottenWatch(Supplier<ForgottenAuthors> reading, LongSupplier nanos) {
    this.reading = reading;
    this.nanos = nanos;
  }

  /** Reads the log of requests, at most once a minute. */
  public static ForgottenWatch of(KafkaConnection kafka, Registry registry, Topics topics) {
    return new ForgottenWatch(
        () -> ForgottenAuthors.read(kafka, registry, topics), System::nanoTime);
  }

  /** Of those who never change. */
  public static ForgottenWatch of(ForgottenAuthors authors) {
    return new ForgottenWatch(() -> authors, System::nanoTime);
  }

  /**
   * Those who are forgotten, as of a minute ago at most. The first question waits as long as broker
   * or registry are away; later ones are answered with what was known before.
   *
   * @throws UnableToReadForgottenException when waiting would not help
   */
  public ForgottenAuthors current() throws InterruptedException {
    if (known == null) {
      readFirst();
    } else if (nanos.getAsLong() - readAt > EVERY.toNanos() && lock.tryLock()) {
      try {
        readAgain();
      } finally {
        lock.unlock();
      }
    }
    return known;
  }

  private void readFirst() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (known == null && !read()) {
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    } finally {
      lock.unlock();
    }
  }

  private void readAgain() throws InterruptedException {
    if (nanos.getAsLong() - readAt > EVERY.toNanos() && !read()) {
      readAt = nanos.getAsLong();
    }
  }

  /** Whether somebody was there to tell. */
  private boolean read() throws InterruptedException {
    try {
      long began = nanos.getAsLong();
      known = reading.get();
      readAt = began;
      LOG.debug("{} authors are forgotten", known.count());
      return true;
    } catch (UnableToReachBrokerException | UnableToReachRegistryException | RetriableException e) {
      LOG.warn("who is forgotten cannot be read at present: {}", e.getMessage());
      return false;
    } catch (InterruptException e) {
      throw unwrapped(e);
    } catch (RuntimeException e) {
      throw new UnableToReadForgottenException(e);
    }
  }

  /** Kafka wraps interrupts, and sets the flag of the thread beside. */
  private static InterruptedException unwrapped(InterruptException wrapped) {
    Thread.interrupted();
    InterruptedException plain = new InterruptedException("interrupted while reading");
    plain.initCause(wrapped);
    return plain;
  }
}
