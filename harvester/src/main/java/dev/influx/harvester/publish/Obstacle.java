package dev.influx.harvester.publish;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What publishing waits for: said at once, then from time to time, and when it is over. */
final class Obstacle {
  private static final Logger LOG = LoggerFactory.getLogger(Obstacle.class);
  private static final Duration BETWEEN_REMINDERS = Duration.ofSeconds(10);

  private final LongSupplier nanos;
  private Optional<String> present = Optional.empty();
  private long reminded;

  Obstacle(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void is(String why) {
    long now = nanos.getAsLong();
    if (present.isEmpty() || now - reminded >= BETWEEN_REMINDERS.toNanos()) {
      LOG.warn("publishing waits: {}", why);
      reminded = now;
    }
    present = Optional.of(why);
  }

  synchronized void over() {
    if (present.isPresent()) {
      LOG.info("publishing goes on");
      present = Optional.empty();
    }
  }

  synchronized Optional<String> present() {
    return present;
  }
}
