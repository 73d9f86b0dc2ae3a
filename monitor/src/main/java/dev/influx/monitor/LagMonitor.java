package dev.influx.monitor;

import dev.influx.monitor.history.History;
import dev.influx.monitor.history.HistoryFile;
import dev.influx.monitor.history.UnableToKeepHistoryException;
import dev.influx.monitor.sampling.ClusterSampler;
import dev.influx.monitor.sampling.Member;
import dev.influx.monitor.sampling.UnableToLookException;
import dev.influx.runtime.Health;
import dev.influx.runtime.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a cluster again and again, in a thread of its own, and has the last answer at hand. */
public final class LagMonitor implements Running {
  private static final Logger LOG = LoggerFactory.getLogger(LagMonitor.class);
  private static final Duration WRITE_EVERY = Duration.ofMinutes(1);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(20);

  private final ClusterSampler sampler;
  private final LagBook book;
  private final HistoryFile file;
  private final Duration interval;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "influx-monitor");
  private volatile ClusterLag latest = ClusterLag.none();
  private volatile Looks looks = Looks.NONE;
  private Instant written = Instant.MIN;

  private LagMonitor(
      ClusterSampler sampler,
      LagBook book,
      HistoryFile file,
      Duration interval,
      InstantSource clock) {
    this.sampler = sampler;
    this.book = book;
    this.file = file;
    this.interval = interval;
    this.clock = clock;
  }

  /**
   * How often it has looked.
   *
   * @param last how long the last look took
   */
  public record Looks(
      Optional<Duration> last, long all, long failures, Optional<Failure> lastFailure) {
    private static final Looks NONE = new Looks(Optional.empty(), 0, 0, Optional.empty());

    private Looks with(Duration time) {
      return new Looks(Optional.of(time), all + 1, failures, lastFailure);
    }

    private Looks with(Failure failure) {
      return new Looks(last, all, failures + 1, Optional.of(failure));
    }
  }

  /** A look in vain. */
  public record Failure(Instant at, String why) {}

  /**
   * Begins at once.
   *
   * @param sampler is closed with the monitor
   * @param file in which the history of the book is kept
   */
  public static LagMonitor start(
      ClusterSampler sampler,
      LagBook book,
      HistoryFile file,
      Duration interval,
      InstantSource clock) {
    LagMonitor monitor = new LagMonitor(sampler, book, file, interval, clock);
    monitor.written = clock.instant();
    monitor.thread.start();
    return monitor;
  }

  /** Never waits. */
  public ClusterLag latest() {
    return latest;
  }

  public Looks looks() {
    return looks;
  }

  /** Hands on what is remembered. */
  public void readPast(Consumer<History> reader) {
    reader.accept(book.history());
  }

  /** Who is in a group; asks the cluster. */
  public List<Member> members(String group) throws UnableToLookException {
    return sampler.members(group);
  }

  private void run() {
    try {
      do {
        long begin = System.nanoTime();
        latest = look();
        looks = looks.with(Duration.ofNanos(System.nanoTime() - begin));
        if (written.plus(WRITE_EVERY).isBefore(clock.instant())) {
          write();
        }
      } while (!stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      write();
      sampler.close();
    }
  }

  /** Whatever goes wrong in one look must not end all others. */
  private ClusterLag look() {
    try {
      return book.take(sampler.look(group -> true));
    } catch (UnableToLookException e) {
      LOG.debug("the cluster did not answer", e);
      return missed(e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("a look at the cluster failed", e);
      return missed(e.toString());
    }
  }

  private ClusterLag missed(String why) {
    Instant at = clock.instant();
    looks = looks.with(new Failure(at, why));
    return book.missed(at, why);
  }

  private void write() {
    written = clock.instant();
    try {
      file.write(book.history());
    } catch (UnableToKeepHistoryException e) {
      LOG.warn("the history of lag is not kept: {}", e.getMessage());
    }
  }

  @Override
  public String name() {
    return "monitor";
  }

  @Override
  public Health health() {
    if (!thread.isAlive()) {
      return Health.failed("stopped");
    }
    ClusterLag now = latest;
    return now.stale()
        .map(it -> Health.busy("the cluster does not answer: " + it.why()))
        .orElseGet(() -> now.at().isPresent() ? Health.ready() : Health.busy("has not looked yet"));
  }

  /** Lets a look that is under way come to its end, and keeps the history. */
  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(PATIENCE_AT_CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
