package dev.influx.app.replay;

import dev.influx.app.pipe.Backlog.UnableToLookException;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.Wiring;
import dev.influx.scorer.replay.Replay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the replays of an installation are, for whoever collects metrics: those that are not over
 * yet, whatever process works on them. Only a thread of its own asks the cluster.
 */
public final class ReplayMetrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayMetrics.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
  private static final double WHOLE = 100;
  private static final double MILLIS = 1000;

  private final Installation installation;
  private final ReplayLog log;
  private final InstantSource clock;
  private final MultiGauge progress;
  private final MultiGauge remaining;
  private final MultiGauge states;
  private volatile boolean closed;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(ReplayMetrics::daemon);

  /** Shows nothing before the first look. */
  public ReplayMetrics(
      Installation installation, ReplayLog log, MeterRegistry meters, InstantSource clock) {
    this.installation = installation;
    this.log = log;
    this.clock = clock;
    this.progress =
        gauge(meters, "influx.replay.progress.ratio", "Share of its observations that are judged");
    this.remaining =
        gauge(meters, "influx.replay.eta.seconds", "How long a replay that runs will take");
    this.states = gauge(meters, "influx.replay.state", "1 for the state that a replay is in");
  }

  /** Follows the replays of an installation if somebody listens to its metrics. */
  public static Optional<ReplayMetrics> follow(Wiring wiring, InstantSource clock) {
    ReplayLog log = new ReplayLog(wiring.installation(), wiring.registry(), clock, "metrics");
    return wiring
        .config()
        .http()
        .address()
        .map(
            address ->
                new ReplayMetrics(wiring.installation(), log, wiring.meters(), clock)
                    .every(BETWEEN_LOOKS));
  }

  private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
    return MultiGauge.builder(name).description(description).register(meters);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "influx-replay-metrics");
    thread.setDaemon(true);
    return thread;
  }

  /** Looks again and again until it is closed. */
  public ReplayMetrics every(Duration period) {
    long millis = period.toMillis();
    var unused = looks.scheduleWithFixedDelay(this::tryToLook, 0, millis, TimeUnit.MILLISECONDS);
    return this;
  }

  /** What cannot be found out is not shown, rather than as it was. */
  private void tryToLook() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.debug("it cannot be seen how far the replays are", e);
      show(List.of());
    }
  }

  private void look() {
    List<Seen> seen = new ArrayList<>();
    for (Replay replay : log.all().values()) {
      if (!replay.state().isOver()) {
        seen.add(see(replay));
      }
    }
    show(seen);
  }

  /** A replay of which not everything need be known. */
  private record Seen(Row<?> state, List<Row<?>> progress, List<Row<?>> remaining) {}

  private Seen see(Replay replay) {
    Tags tags = Tags.of("replay", replay.id());
    Row<?> state = Row.of(tags.and("state", replay.state().action()), 1);
    Instant now = clock.instant();
    try {
      ReplayProgress seen = ReplayProgress.look(installation, replay.plan());
      List<Row<?>> left = new ArrayList<>();
      seen.remaining(replay, now).ifPresent(it -> left.add(Row.of(tags, it.toMillis() / MILLIS)));
      return new Seen(state, List.of(Row.of(tags, seen.percent() / WHOLE)), left);
    } catch (UnableToLookException e) {
      return new Seen(state, List.of(), List.of());
    }
  }

  /** A look that comes to its end after all is over shows nothing any more. */
  private synchronized void show(List<Seen> seen) {
    List<Seen> wanted = closed ? List.of() : seen;
    progress.register(wanted.stream().flatMap(each -> each.progress().stream()).toList(), true);
    remaining.register(wanted.stream().flatMap(each -> each.remaining().stream()).toList(), true);
    states.register(wanted.stream().<Row<?>>map(Seen::state).toList(), true);
  }

  @Override
  public void close() {
    closed = true;
    looks.shutdownNow();
    show(List.of());
  }
}
