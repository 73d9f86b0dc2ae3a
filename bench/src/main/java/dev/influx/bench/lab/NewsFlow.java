package dev.influx.bench.lab;

import dev.influx.bench.load.Crowd;
import dev.influx.bench.load.Loader;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps publishing news of a crowd at a steady rate, whatever happens to those who read it. */
public final class NewsFlow implements AutoCloseable {
  /** As long as the harvester lets an observation wait for others. */
  private static final int LINGER_MILLIS = 5;

  private final Crowd crowd;
  private final InstantSource clock;
  private final Loader loader;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private long published;

  private NewsFlow(Crowd crowd, InstantSource clock, Loader loader) {
    this.crowd = crowd;
    this.clock = clock;
    this.loader = loader;
  }

  /** Begins at once. */
  public static NewsFlow start(Lab lab, Crowd crowd, int perSecond) {
    NewsFlow flow = new NewsFlow(crowd, InstantSource.system(), lab.loader(LINGER_MILLIS));
    long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
    var ignored = flow.timer.scheduleAtFixedRate(flow::publish, 0, period, TimeUnit.NANOSECONDS);
    return flow;
  }

  private void publish() {
    loader.publish(crowd.news(published++ % crowd.authors(), clock.instant()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    loader.close();
  }
}
