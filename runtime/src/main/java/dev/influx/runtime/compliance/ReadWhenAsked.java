package dev.influx.runtime.compliance;

import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads who is forgotten at the first question, and waits for whoever is away. */
final class ReadWhenAsked implements Predicate<String> {
  private static final Logger LOG = LoggerFactory.getLogger(ReadWhenAsked.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Supplier<ForgottenAuthors> reading;
  private volatile ForgottenAuthors known;

  ReadWhenAsked(Supplier<ForgottenAuthors> reading) {
    this.reading = reading;
  }

  @Override
  public boolean test(String id) {
    ForgottenAuthors authors = known;
    return (authors == null ? readOnce() : authors).hasId(id);
  }

  private synchronized ForgottenAuthors readOnce() {
    while (known == null) {
      try {
        known = reading.get();
        LOG.info("{} authors are forgotten", known.count());
      } catch (UnableToReachBrokerException
          | UnableToReachRegistryException
          | RetriableException e) {
        LOG.warn("waiting to read who is forgotten: {}", e.getMessage());
        pause();
      } catch (RuntimeException e) {
        throw new UnableToReadForgottenException(e);
      }
    }
    return known;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnableToReadForgottenException(e);
    }
  }
}
